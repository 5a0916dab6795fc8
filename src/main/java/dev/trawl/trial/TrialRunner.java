package dev.trawl.trial;

import dev.trawl.kernel.Engine;
import dev.trawl.kernel.Kernel;
import dev.trawl.kernel.Kernels;
import dev.trawl.prune.Normalise;
import dev.trawl.prune.Pruner;
import dev.trawl.prune.SubNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes one trial through its stages: a pure function of the trial and the kernel. No stage depends on which others
 * were asked for.
 */
public final class TrialRunner {

    private final Trial trial;
    private final Training training;
    private final TrialObserver observer;

    private TrialRunner(Trial trial, Engine engine, TrialObserver observer) {
        this.trial = trial;
        this.observer = observer;
        this.training = new Training(trial, engine, observer);
    }

    /** Runs {@code trial} with the fastest kernel there is; its stages in the order they came. */
    public static List<StageOutcome> run(Trial trial) {
        return run(trial, Kernels.named(Kernels.AUTO));
    }

    /** Runs {@code trial} with {@code kernel}; its stages in the order they came. */
    public static List<StageOutcome> run(Trial trial, Kernel kernel) {
        List<StageOutcome> outcomes = new ArrayList<>();
        run(trial, kernel.engine(), new TrialObserver() {
            @Override
            public void started(Stage stage) {}

            @Override
            public void finished(StageOutcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void point(CurvePoint point) {}
        });
        return outcomes;
    }

    /**
     * Runs {@code trial}, telling {@code observer} of every stage that it asked for. One that diverges, asked for or on
     * the way, is a {@link StageOutcome.Died}, and those that go on from its network are not run; an exception leaves
     * through the caller.
     *
     * @param engine whatever it held before
     */
    public static void run(Trial trial, Engine engine, TrialObserver observer) {
        TrialRunner runner = new TrialRunner(trial, engine, observer);
        runner.unlessItDiverges(runner::run);
    }

    /** Runs stages; one that diverges ends them, and no others. */
    private void unlessItDiverges(Runnable stages) {
        try {
            stages.run();
        } catch (DivergedException e) {
            observer.finished(e.outcome());
        }
    }

    private void run() {
        SubNetwork dense = dense();
        if (trial.has(Stage.CPA_HIDDEN)) {
            SubNetwork copy = dense.copy();
            unlessItDiverges(() -> hiddenPhase(copy, Stage.CPA_HIDDEN, Normalise.NONE));
        }
        if (trial.stages().stream().allMatch(stage -> stage == Stage.DENSE || stage == Stage.CPA_HIDDEN)) {
            return;
        }
        if (trial.phases() != Phases.HIDDEN_FIRST) {
            otherOrders(dense);
            return;
        }
        SubNetwork hidden = hiddenPhase(dense, Stage.CPNA_HIDDEN, trial.normalise());
        List<Stage> retrained = Stream.of(Stage.RETRAINED_RANDOM, Stage.RETRAINED_INITIAL)
                .filter(trial::has)
                .toList();
        // Before the input phase goes on with the same network.
        Optional<Retraining> retraining =
                retrained.isEmpty() ? Optional.empty() : Optional.of(new Retraining(trial, hidden));
        if (trial.has(Stage.CPNA_ALL)) {
            unlessItDiverges(() -> inputPhase(hidden));
        }
        for (Stage stage : retrained) {
            SubNetwork start = retraining.orElseThrow().start(stage);
            unlessItDiverges(() -> retrain(stage, start));
        }
    }

    private void retrain(Stage stage, SubNetwork start) {
        training.begin(stage, start, 0);
        training.train(trial.epochs().total());
        training.finish();
    }

    private SubNetwork dense() {
        training.begin(Stage.DENSE, Retraining.original(trial), 0);
        training.train(trial.epochs().dense());
        return training.finish();
    }

    private SubNetwork hiddenPhase(SubNetwork start, Stage stage, Normalise normalise) {
        training.begin(stage, start, trial.epochs().dense());
        training.prune(
                hiddenPruner(start, normalise, trial.epochs().hidden()),
                trial.epochs().hidden(),
                trial.l2());
        return training.finish();
    }

    private void inputPhase(SubNetwork hidden) {
        training.begin(
                Stage.CPNA_ALL, hidden, trial.epochs().dense() + trial.epochs().hidden());
        training.prune(
                inputPruner(hidden, trial.epochs().input()), trial.epochs().input(), trial.l2OfInputPhase());
        training.finish();
    }

    private void otherOrders(SubNetwork dense) {
        training.begin(Stage.CPNA_ALL, dense, trial.epochs().dense());
        int both = trial.epochs().hidden() + trial.epochs().input();
        if (trial.phases() == Phases.TOGETHER) {
            training.prune(
                    hiddenPruner(dense, trial.normalise(), both).with(inputPruner(dense, both)), both, trial.l2());
        } else {
            SubNetwork pruned = training.prune(
                    inputPruner(dense, trial.epochs().input()), trial.epochs().input(), trial.l2OfInputPhase());
            training.prune(
                    hiddenPruner(pruned, trial.normalise(), trial.epochs().hidden()),
                    trial.epochs().hidden(),
                    trial.l2());
        }
        training.finish();
    }

    private Pruner hiddenPruner(SubNetwork network, Normalise normalise, int epochs) {
        return Pruner.hidden(network, trial.keep().hidden(), normalise, trial.prune(), epochs, trial.mu());
    }

    private Pruner inputPruner(SubNetwork network, int epochs) {
        return Pruner.input(network, trial.keep().input(), epochs, trial.mu());
    }
}
