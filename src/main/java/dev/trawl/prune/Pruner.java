package dev.trawl.prune;

import dev.trawl.kernel.TrainingState;
import java.util.ArrayList;
import java.util.List;

/** One pruning phase: what is removed before each of its epochs (the paper, algorithm 1, lines 3 to 8). */
public final class Pruner {

    /** One layer's connections on their way from P to m. Layer 0 is the input's, and is ranked without normalising. */
    private record Target(int layer, AnnealingSchedule schedule, Normalise normalise, Granularity granularity) {}

    private final List<Target> targets;

    /** Whether a target rescales the units whose input connections another ranks. */
    private final boolean rescalesInputs;

    private Pruner(List<Target> targets) {
        this.targets = List.copyOf(targets);
        rescalesInputs =
                targets.stream().anyMatch(target -> target.layer == 1 && target.normalise == Normalise.IN_PLACE);
    }

    /** Phase 1: the outgoing connections of every hidden layer, from below, down to {@code keep} of each. */
    public static Pruner hidden(
            SubNetwork network,
            List<Integer> keep,
            Normalise normalise,
            Granularity granularity,
            int epochs,
            double mu) {
        List<Target> targets = new ArrayList<>();
        for (int l = 1; l <= keep.size(); l++) {
            long start = granularity == Granularity.UNITS
                    ? network.state().layers().get(l).inputs()
                    : network.connections(l);
            AnnealingSchedule schedule = new AnnealingSchedule(start, keep.get(l - 1), epochs, mu);
            targets.add(new Target(l, schedule, normalise, granularity));
        }
        return new Pruner(targets);
    }

    /**
     * Phase 2: the input connections, ranked by their own magnitude. Normalising first would fail here: every unit then
     * keeps some inputs, where whole units have to die (4-D, 32 connections: test AUC 0.51 instead of 0.98).
     */
    public static Pruner input(SubNetwork network, int keep, int epochs, double mu) {
        AnnealingSchedule schedule = new AnnealingSchedule(network.connections(0), keep, epochs, mu);
        return new Pruner(List.of(new Target(0, schedule, Normalise.NONE, Granularity.CONNECTIONS)));
    }

    /**
     * Both phases in every epoch. Where the hidden one normalises in place, all units' input connections have the same
     * norm by then, which would be normalising first again; they are ranked by what rescaling does not change.
     */
    public Pruner with(Pruner other) {
        List<Target> both = new ArrayList<>(targets);
        both.addAll(other.targets);
        return new Pruner(both);
    }

    /** Whether {@link #prune} would change anything before epoch {@code epoch}. */
    public boolean isDue(SubNetwork network, int epoch) {
        return targets.stream()
                .anyMatch(target -> target.normalise == Normalise.IN_PLACE
                        || target.schedule.connections(epoch) < there(network, target));
    }

    /**
     * Prunes before epoch {@code epoch} = 1, 2, ... of the phase.
     *
     * @param network its matrices are changed
     * @return the network without the units and inputs that lost their last connection; {@code network} itself if none
     *     did
     */
    public SubNetwork prune(SubNetwork network, int epoch) {
        SubNetwork left = network;
        for (Target target : targets) {
            if (target.normalise == Normalise.IN_PLACE) {
                UnitNorms.normalise(left.state(), target.layer - 1);
            }
            long keep = target.schedule.connections(epoch);
            if (keep < there(left, target)) {
                remove(left.state(), target, keep);
                left = NetworkCompaction.compact(left); // so that the next target chooses among living units alone
            }
        }
        return left;
    }

    private void remove(TrainingState state, Target target, long keep) {
        int l = target.layer;
        switch (target.granularity) {
            case CONNECTIONS -> {
                float[] magnitudes = l == 0 && rescalesInputs
                        ? Ranking.inputsOfRescaledUnits(state)
                        : Ranking.connections(state, l, target.normalise);
                Connections.keepLargest(state, l, magnitudes, keep);
            }
            case UNITS -> Connections.keepLargestUnits(state, l, Ranking.units(state, l, target.normalise), keep);
        }
    }

    private static long there(SubNetwork network, Target target) {
        return target.granularity == Granularity.UNITS
                ? network.state().layers().get(target.layer).inputs()
                : network.connections(target.layer);
    }
}
