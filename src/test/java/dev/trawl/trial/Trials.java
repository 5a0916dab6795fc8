package dev.trawl.trial;

import dev.trawl.data.XorSource;
import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.Kernel;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small trials for tests, and what they come to. */
public final class Trials {

    private Trials() {}

    /** 3-D XOR in 5 dimensions, 12 hidden units, every stage; some milliseconds. */
    public static Trial small(long seed) {
        return small(seed, Phases.HIDDEN_FIRST, List.of(Stage.values()));
    }

    public static Trial small(long seed, Phases phases, List<Stage> stages) {
        return new Trial(
                new XorSource(3, 5, 60, 40),
                List.of(12),
                1,
                seed,
                0.01,
                0.001,
                null,
                0,
                new Epochs(20, 10, 10),
                stages,
                new Keep(List.of(4), 9),
                20,
                Normalise.IN_PLACE,
                phases,
                Granularity.CONNECTIONS,
                0);
    }

    /** {@code trial} with a penalty of its own in the phase that prunes inputs. */
    public static Trial withInputPenalty(Trial trial, double l2) {
        return with(trial, l2, trial.curves());
    }

    /** {@code trial} with a point of its curve every so many epochs. */
    public static Trial curved(Trial trial, int every) {
        return with(trial, trial.l2Input(), every);
    }

    private static Trial with(Trial trial, @Nullable Double l2Input, int curves) {
        return new Trial(
                trial.data(),
                trial.hidden(),
                trial.repeat(),
                trial.seed(),
                trial.learningRate(),
                trial.l2(),
                l2Input,
                trial.batch(),
                trial.epochs(),
                trial.stages(),
                trial.keep(),
                trial.mu(),
                trial.normalise(),
                trial.phases(),
                trial.prune(),
                curves);
    }

    /** The points of the trial's curve, in the order they came. */
    public static List<CurvePoint> points(Trial trial) {
        List<CurvePoint> points = new ArrayList<>();
        TrialRunner.run(trial, new EjmlKernel().engine(), new TrialObserver() {
            @Override
            public void started(Stage stage) {}

            @Override
            public void finished(StageOutcome outcome) {}

            @Override
            public void point(CurvePoint point) {
                points.add(point);
            }
        });
        return points;
    }

    /** The trial's outcomes, in the order they came. */
    public static List<StageOutcome> outcomes(Trial trial) {
        return outcomes(trial, new EjmlKernel());
    }

    public static List<StageOutcome> outcomes(Trial trial, Kernel kernel) {
        return TrialRunner.run(trial, kernel);
    }
}
