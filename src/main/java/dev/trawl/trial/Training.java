package dev.trawl.trial;

import dev.trawl.data.Dataset;
import dev.trawl.data.RandomStreams;
import dev.trawl.data.Split;
import dev.trawl.kernel.Adam;
import dev.trawl.kernel.Engine;
import dev.trawl.kernel.Layer;
import dev.trawl.net.Evaluator;
import dev.trawl.net.Scores;
import dev.trawl.net.Trainer;
import dev.trawl.prune.Pruner;
import dev.trawl.prune.SubNetwork;
import dev.trawl.trial.StageOutcome.Died;
import dev.trawl.trial.StageOutcome.Finished;
import java.util.Arrays;

/** The training of one stage at a time: the network, its engine, and the count of what was done. */
final class Training {

    /**
     * Nats a row in training. No network has come back from there: dense ones with Adam's rate at 10 did from 3e7. Far
     * above it the squares of gradients are infinite, Adam stands still for good, and the loss stays finite.
     */
    private static final double MOST_LOSS = 1e9;

    /** The same of a stage that has ended: those that had come back were below 100. */
    private static final double MOST_LOSS_AT_THE_END = 1e4;

    private final Trial trial;
    private final Split data;
    private final TrialObserver observer;
    private final Engine engine;
    private final Evaluator evaluator;

    private Stage stage = Stage.DENSE;
    private Split seen; // the data with only the inputs that the network has left
    private SubNetwork network;
    private Trainer trainer;
    private Adam adam;
    private int epochsBefore;
    private int epochs;
    private double flops;

    Training(Trial trial, Engine engine, TrialObserver observer) {
        this.trial = trial;
        this.observer = observer;
        this.data = trial.data().load(trial.repeat());
        this.engine = engine;
        this.evaluator = new Evaluator(engine);
        this.adam = Adam.of(trial.learningRate(), trial.l2());
        this.seen = data;
        this.network = Retraining.original(trial);
        this.trainer = trainer();
    }

    /**
     * Begins {@code newStage} with {@code start}, which is changed from here on, {@code before} epochs into the trial.
     */
    void begin(Stage newStage, SubNetwork start, int before) {
        observer.started(newStage);
        stage = newStage;
        epochsBefore = before;
        epochs = 0;
        flops = 0;
        trainer = trainer();
        load(start);
    }

    /** Trains for {@code count} epochs. */
    void train(int count) {
        adam = Adam.of(trial.learningRate(), trial.l2());
        for (int epoch = 1; epoch <= count; epoch++) {
            epoch();
        }
        store();
    }

    /** Prunes before each of {@code count} epochs, and trains with the penalty {@code l2}. */
    SubNetwork prune(Pruner pruner, int count, double l2) {
        adam = Adam.of(trial.learningRate(), l2);
        for (int epoch = 1; epoch <= count; epoch++) {
            if (pruner.isDue(network, epoch)) {
                store();
                load(pruner.prune(network, epoch));
            }
            epoch();
        }
        store();
        return network;
    }

    /** Measures the stage's network, tells the observer if the stage was asked for, and returns the network. */
    SubNetwork finish() {
        Measures measures = measures();
        requireAtMost(MOST_LOSS_AT_THE_END, "training", measures.train().loss());
        requireAtMost(Double.MAX_VALUE, "test", measures.test().loss());
        if (trial.has(stage)) {
            observer.network(stage, network);
            observer.finished(new Finished(stage, epochs, flops, measures, anatomy()));
        }
        return network;
    }

    private void epoch() {
        double loss = trainer.epoch(seen.train(), adam);
        epochs++;
        flops += flopsOfEpoch();
        requireAtMost(MOST_LOSS, "training", loss);
        if (trial.curves() > 0 && (epochsBefore + epochs) % trial.curves() == 0 && trial.has(stage)) {
            store();
            Scores train = evaluator.scores(seen.train());
            Scores test = evaluator.scores(seen.test());
            observer.point(new CurvePoint(stage, epochsBefore + epochs, train, test, anatomy()));
        }
    }

    private Trainer trainer() {
        return new Trainer(
                engine,
                data.train().rows(),
                trial.batch(),
                RandomStreams.stream("shuffle." + stage.key(), trial.repeat(), trial.seed()));
    }

    private void load(SubNetwork next) {
        if (!Arrays.equals(next.inputs(), network.inputs())) {
            seen = next.inputs().length == trial.data().inputs()
                    ? data
                    : new Split(
                            data.train().withInputs(next.inputs()), data.test().withInputs(next.inputs()));
        }
        network = next;
        engine.load(network.state());
    }

    private void store() {
        network = network.withState(engine.store(network.state()));
    }

    private void requireAtMost(double most, String rows, double loss) {
        if (!(loss <= most)) { // or not a number
            throw new DivergedException(new Died(
                    stage,
                    epochs,
                    flops,
                    Status.DIVERGED,
                    rows + " loss " + loss + " at epoch " + epochs + " of " + stage.key() + ", lr "
                            + trial.learningRate()));
        }
    }

    private Measures measures() {
        Scores train = evaluator.scores(seen.train());
        Scores test = evaluator.scores(seen.test());
        return new Measures(train, test, evaluator.gradientNorm(seen.train(), network.state(), adam.l2()));
    }

    private Anatomy anatomy() {
        int output = network.state().layers().size() - 1;
        long hiddenConnections = 0;
        for (int l = 0; l < output; l++) {
            hiddenConnections += network.connections(l);
        }
        int k = trial.data().relevantInputs().orElse(0);
        int relevant =
                (int) Arrays.stream(network.inputs()).filter(input -> input < k).count();
        return new Anatomy(
                network.hiddenUnits(),
                network.inputs().length,
                hiddenConnections,
                network.connections(output),
                relevant);
    }

    private double flopsOfEpoch() {
        Dataset train = seen.train();
        double connections = 0;
        for (Layer layer : network.state().layers()) {
            connections += (double) layer.inputs() * layer.units();
        }
        return 4 * connections * train.rows();
    }
}
