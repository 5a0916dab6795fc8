package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.XorSource;
import dev.trawl.net.Scores;
import dev.trawl.prune.Granularity;
import dev.trawl.prune.Normalise;
import dev.trawl.trial.StageOutcome.Died;
import dev.trawl.trial.StageOutcome.Finished;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrialTaskTest {

    private static final Provenance HERE = new Provenance("test", "", "none", "0", "17", "here", 0);
    private static final Measures MEASURES = new Measures(
            new Scores(0.5, OptionalDouble.of(0.9), 0.8), new Scores(0.6, OptionalDouble.empty(), 0.7), 1e-3);
    private static final Anatomy ANATOMY = new Anatomy(3, 2, 6, 3, 2);
    private static final Trial TRIAL = new Trial(
            new XorSource(2, 2, 8, 8),
            List.of(3),
            1,
            1,
            0.01,
            0,
            null,
            0,
            new Epochs(1, 1, 0),
            List.of(Stage.DENSE, Stage.CPNA_HIDDEN),
            new Keep(List.of(2), 0),
            20,
            Normalise.IN_PLACE,
            Phases.HIDDEN_FIRST,
            Granularity.CONNECTIONS,
            0);

    private record Does(Consumer<TrialObserver> steps) implements TrialMethod {

        @Override
        public String kernel() {
            return "none";
        }

        @Override
        public void run(Trial trial, TrialObserver observer) {
            steps.accept(observer);
        }
    }

    @Test
    void eachStageThatEndsIsARow() {
        TrialRows ended = run(observer -> {
            end(observer, Stage.DENSE);
            end(observer, Stage.CPNA_HIDDEN);
        });

        assertThat(column(ended, "stage")).containsExactly("dense", "cpna_hidden");
        assertThat(column(ended, "status")).containsExactly("ok", "ok");
        assertThat(column(ended, "train_auc")).containsExactly(0.9, 0.9);
        assertThat(column(ended, "test_auc")).containsExactly(null, null);
    }

    @Test
    void anExceptionIsARowOfTheStageItCameIn() {
        TrialRows ended = run(observer -> {
            end(observer, Stage.DENSE);
            observer.started(Stage.CPNA_HIDDEN);
            throw new IllegalStateException("first line\nsecond line");
        });

        assertThat(column(ended, "stage")).containsExactly("dense", "cpna_hidden");
        assertThat(column(ended, "status")).containsExactly("ok", "failed");
        assertThat(column(ended, "message")).containsExactly(null, "java.lang.IllegalStateException: first line");
    }

    @Test
    void aFailureBetweenStagesBelongsToTheNext() {
        TrialRows ended = run(observer -> {
            end(observer, Stage.DENSE);
            throw new IllegalStateException();
        });

        assertThat(column(ended, "stage")).containsExactly("dense", "cpna_hidden");
        assertThat(column(ended, "message")).containsExactly(null, "java.lang.IllegalStateException");
    }

    @Test
    void aFailureBeforeAnyStageBelongsToTheFirst() {
        TrialRows ended = run(observer -> {
            throw new ArithmeticException("no data");
        });

        assertThat(column(ended, "stage")).containsExactly("dense");
        assertThat(column(ended, "train_loss")).containsExactly((Object) null);
    }

    @Test
    void memoryAndStackThatRunOutAreRows() {
        assertThat(column(run(observer -> exhaust(new long[0][])), "message"))
                .first()
                .asString()
                .startsWith("java.lang.OutOfMemoryError");
        assertThat(column(run(observer -> recur(0)), "message")).containsExactly("java.lang.StackOverflowError");
    }

    @Test
    void classesThatAreMissingAndBrokenAssertionsAreRows() {
        for (Error error : List.of(new NoClassDefFoundError("gone"), new AssertionError("gone"))) {
            TrialRows ended = run(observer -> {
                throw error;
            });
            assertThat(column(ended, "message"))
                    .containsExactly(error.getClass().getName() + ": gone");
        }
    }

    @Test
    void aLongMessageIsCut() {
        TrialRows ended = run(observer -> {
            throw new IllegalStateException("x".repeat(1000));
        });
        assertThat(column(ended, "message")).first().asString().hasSize(500);
    }

    @Test
    void aDivergenceKeepsItsOwnStatus() {
        TrialRows ended = run(observer -> {
            observer.started(Stage.DENSE);
            observer.finished(new Died(Stage.DENSE, 7, 1, Status.DIVERGED, "at epoch 7"));
        });

        assertThat(column(ended, "status")).containsExactly("diverged");
        assertThat(column(ended, "epochs")).containsExactly(7);
    }

    @Test
    void aTrialThatEndedItsJvmIsARow() {
        TrialRows ended = TrialTask.killed(TRIAL, HERE, "gone");

        assertThat(column(ended, "status")).containsExactly("killed");
        assertThat(column(ended, "stage")).containsExactly("dense");
        assertThat(column(ended, "message")).containsExactly("gone");
    }

    @Test
    void rowsCarryMicrosecondsAndNoMore() {
        Object finished = column(run(observer -> end(observer, Stage.DENSE)), "finished_at")
                .get(0);

        assertThat(((Instant) finished).getNano() % 1000).isZero();
    }

    @Test
    void pointsOfTheCurveCarryTheTrial() {
        TrialRows ended = run(observer -> {
            Scores train = new Scores(0.5, OptionalDouble.empty(), 0.8);
            Scores test = new Scores(0.6, OptionalDouble.of(0.9), 0.7);
            observer.point(new CurvePoint(Stage.DENSE, 1, train, test, ANATOMY));
            end(observer, Stage.DENSE);
        });

        assertThat(ended.curve()).hasSize(1);
        assertThat(ended.curve().get(0))
                .hasSize(CurveColumns.ALL.size())
                .startsWith(TRIAL.id(), "dense", 1, 0.5, 0.6, null, 0.9, 0.8, 0.7);
    }

    private static TrialRows run(Consumer<TrialObserver> steps) {
        return TrialTask.run(TRIAL, new Does(steps), HERE);
    }

    private static void end(TrialObserver observer, Stage stage) {
        observer.started(stage);
        observer.finished(new Finished(stage, 1, 10, MEASURES, ANATOMY));
    }

    private static List<Object> column(TrialRows ended, String name) {
        return ended.rows().stream().map(row -> row[TrialColumns.index(name)]).toList();
    }

    private static int exhaust(long[][] held) {
        return exhaust(new long[Integer.MAX_VALUE][Integer.MAX_VALUE]) + held.length;
    }

    private static int recur(int depth) {
        return recur(depth + 1) + 1;
    }
}
