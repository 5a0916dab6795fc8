package dev.trawl.job;

import dev.trawl.data.RandomStreams;
import dev.trawl.net.Scores;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Anatomy;
import dev.trawl.trial.CurvePoint;
import dev.trawl.trial.Measures;
import dev.trawl.trial.Stage;
import dev.trawl.trial.StageOutcome.Finished;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialObserver;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Trials that cost next to nothing: their results are drawn from their identity. Some can be told to fail.
 *
 * @param failEvery a trial whose seed this divides throws; 0 for none
 * @param points of a training curve
 */
public record CheapTrials(long failEvery, int points) implements TrialMethod {

    public static final CheapTrials SOUND = new CheapTrials(0, 0);

    /** Of {@code count} trials, with seeds from 1. */
    public static Plan plan(long count) {
        String file = """
                {"name": "cheap", "grids": [{"data": "xor", "k": 2, "p": 3, "n": 8, "test": 8, "hidden": 4, "seed": "1..%d",
                 "epochs": {"dense": 1, "hidden": 1}, "keep": {"hidden": 2}, "stages": ["dense", "cpna_hidden"]}]}
                """.formatted(count);
        try {
            return Plan.of(SweepFile.read("cheap.json", file, List.of()));
        } catch (SweepFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Trial trial(long seed) {
        return plan(seed).trial(seed - 1);
    }

    @Override
    public String kernel() {
        return "cheap";
    }

    @Override
    public void run(Trial trial, TrialObserver observer) {
        RandomGenerator random = RandomStreams.stream(trial.id());
        for (Stage stage : trial.stages()) {
            observer.started(stage);
            for (int epoch = 1; epoch <= points; epoch++) {
                observer.point(new CurvePoint(stage, epoch, scores(random), scores(random), anatomy(trial)));
            }
            if (failEvery != 0 && trial.seed() % failEvery == 0) {
                throw new IllegalStateException("seed " + trial.seed());
            }
            observer.finished(new Finished(stage, 1, 100, measures(random), anatomy(trial)));
        }
    }

    private static Scores scores(RandomGenerator random) {
        return new Scores(random.nextDouble(), OptionalDouble.of(random.nextDouble()), random.nextDouble());
    }

    private static Measures measures(RandomGenerator random) {
        return new Measures(scores(random), scores(random), random.nextDouble());
    }

    private static Anatomy anatomy(Trial trial) {
        int units = trial.hidden().get(0);
        return new Anatomy(
                units, trial.data().inputs(), (long) units * trial.data().inputs(), units, 2);
    }
}
