package dev.trawl.trial;

import dev.trawl.kernel.Layer;
import dev.trawl.prune.SubNetwork;
import java.util.ArrayList;
import java.util.List;

/** Carries trials out as another method does, on the spot, and keeps the networks of the last one. */
public final class KeptNetworks implements TrialMethod {

    /**
     * A network as a stage left it.
     *
     * @param layers in the shape that it began with, from the input to the output layer; what was pruned is 0
     */
    public record Network(Stage stage, List<Layer> layers) {}

    private final TrialMethod method;
    private final transient List<Network> networks = new ArrayList<>();

    public KeptNetworks(TrialMethod method) {
        this.method = method;
    }

    /** Of the stages that the last trial asked for and that ended well, in the order they came. */
    public List<Network> networks() {
        return List.copyOf(networks);
    }

    @Override
    public String kernel() {
        return method.kernel();
    }

    @Override
    public void requireFiles(Trial trial) {
        method.requireFiles(trial);
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        networks.clear();
        method.run(trial, new TrialObserver() {
            @Override
            public void started(Stage stage) {
                observer.started(stage);
            }

            @Override
            public void network(Stage stage, SubNetwork network) {
                networks.add(
                        new Network(stage, network.inOriginalShape(trial.data().inputs(), trial.hidden())));
                observer.network(stage, network);
            }

            @Override
            public void finished(StageOutcome outcome) {
                observer.finished(outcome);
            }

            @Override
            public void point(CurvePoint point) {
                observer.point(point);
            }
        });
    }
}
