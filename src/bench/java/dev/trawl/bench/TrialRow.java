package dev.trawl.bench;

import dev.trawl.data.XorSource;
import dev.trawl.kernel.VectorKernel;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import dev.trawl.trial.Epochs;
import dev.trawl.trial.Keep;
import dev.trawl.trial.Phases;
import dev.trawl.trial.Stage;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialRunner;
import java.util.List;

/**
 * A whole CPNA trial, the paper's 4-D cell, against libtorch with masks. Libtorch's trial is its epoch times the number
 * of epochs: with masks every epoch costs the same, and scores are left out.
 */
final class TrialRow {

    private static final Epochs EPOCHS = new Epochs(400, 2400, 2400);
    private static final Trial TRIAL = new Trial(
            new XorSource(4, 40, 3000, 3000),
            List.of(2048),
            1,
            1,
            0.003,
            0.003,
            null,
            0,
            EPOCHS,
            List.of(Stage.DENSE, Stage.CPNA_HIDDEN, Stage.CPNA_ALL),
            new Keep(List.of(16), 32),
            20,
            Normalise.IN_PLACE,
            Phases.HIDDEN_FIRST,
            Granularity.CONNECTIONS,
            0);

    private TrialRow() {}

    /** Nanoseconds of the trial, scores included. */
    static double time() {
        double start = Runner.cpu();
        TrialRunner.run(TRIAL, new VectorKernel());
        return Runner.cpu() - start;
    }

    static void print() {
        double ours = time() / 1e9;
        System.out.printf("%nThe 4-D cell's CPNA trial, start and scores included: %.1f s%n", ours);
        if (Torch.isPresent()) {
            Shape shape = new Shape(3000, 40, 2048, 1, 3000, 0, 30);
            double epoch = Rates.measure(List.of(new TorchNetwork(shape, true)))[0] / 1e9;
            double torch = epoch * (EPOCHS.dense() + EPOCHS.hidden() + EPOCHS.input());
            System.out.printf(
                    "libtorch with masks, its epochs at %.1f ms: %.0f s, %.1f times as long (goal %.0f)%n",
                    1000 * epoch, torch, torch / ours, shape.torchGoal());
        }
    }
}
