package dev.trawl.report;

import dev.trawl.job.ExtraTrials;
import dev.trawl.job.SweepOutcome;
import dev.trawl.job.SweepRunner;
import dev.trawl.spark.Sessions;
import dev.trawl.sql.SqlStatement;
import dev.trawl.sql.Table;
import dev.trawl.sql.Tables;
import dev.trawl.store.DamagedResults;
import dev.trawl.store.ResultStore;
import dev.trawl.store.WrongAddress;
import dev.trawl.sweep.Plan;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFileException;
import dev.trawl.trial.Failures;
import dev.trawl.trial.Trial;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.SparkSession;

/** The results in a directory, for programs and notebooks: to run, to ask in SQL, to draw, to try one trial more. */
public final class Results {

    private final ResultStore store;
    private final Sweep sweep;
    private final SparkSession session;
    private final ExtraTrials extra;
    private boolean figuresHaveViews;

    private Results(ResultStore store, Sweep sweep, SparkSession session) {
        this.store = store;
        this.sweep = sweep;
        this.session = session;
        this.extra = new ExtraTrials(session);
    }

    /**
     * Runs the trials of {@code sweep} that have no rows in {@code directory} yet, makes the tables, and opens the
     * results. Spark is the caller's, or one on all cores of this machine; {@link SweepRunner} says what may go wrong.
     * Trials that fail or diverge are results, and end nothing: {@link #failures} counts them.
     *
     * @throws IllegalStateException where the first trials all failed alike; their rows are there
     * @throws CancellationException where the thread was interrupted; the same call goes on from there
     * @throws SweepFileException where what a step chooses is no value of a setting
     */
    public static Results run(Sweep sweep, String directory) throws SweepFileException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before it began");
        }
        try {
            return whole(sweep, directory);
        } catch (Throwable e) { // Hadoop wraps an interrupt in errors too, Spark throws it undeclared
            if (e instanceof CancellationException || !Interrupts.isBehind(e)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted: the same call goes on from what is there");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static Results whole(Sweep sweep, String directory) throws SweepFileException {
        SparkSession spark = Sessions.start("trawl " + sweep.name());
        requireDone(SweepRunner.run(spark, sweep, directory).last());
        ResultStore store = ResultStore.at(directory, spark.sparkContext().hadoopConfiguration());
        if (!Tables.areCurrent(store)) {
            Tables.make(Sessions.beside(spark), store.address());
        }
        return open(directory);
    }

    static void requireDone(SweepOutcome outcome) {
        if (outcome.end() == SweepOutcome.End.FAILED_ALIKE) {
            throw new IllegalStateException(
                    "the first trials all failed alike, so the sweep was stopped: " + outcome.message());
        }
        if (outcome.end() == SweepOutcome.End.STOPPED) {
            throw new CancellationException("interrupted after " + outcome.done() + " of " + outcome.total()
                    + " trials: the same call goes on from there");
        }
    }

    /**
     * Opens what a run left, also of a sweep that is not done: the rows that are there now. To ask for those that have
     * come since, or after a compaction, open it again.
     *
     * @throws IllegalArgumentException where there are no results
     * @throws DamagedResults where the plan is damaged, or a compaction was killed between two renames
     * @throws WrongAddress where the directory is no place for results
     */
    public static Results open(String directory) {
        SparkSession spark = Sessions.start("trawl");
        ResultStore store = ResultStore.at(directory, spark.sparkContext().hadoopConfiguration());
        Sweep sweep = store.plan()
                .orElseThrow(() -> new IllegalArgumentException(directory + ": there are no results of Trawl's here"))
                .read(directory);
        return new Results(store, sweep, Report.session(spark, store));
    }

    public Sweep sweep() {
        return sweep;
    }

    /**
     * How many trials failed and how many diverged, of all that have rows now; table {@code failures} says why.
     *
     * @throws DamagedResults where files are not as Trawl wrote them
     */
    public Failures failures() {
        return store.scan().requireSound(store.directory()).failures();
    }

    /**
     * The answer to a query of {@code trials}, {@code curves} and the tables, or to {@code SHOW TABLES} and {@code
     * DESCRIBE trials}.
     *
     * @throws dev.trawl.sql.SqlQuery.Refused in one line, when there is none
     */
    public Table sql(String statement) {
        return SqlStatement.answer(session, statement);
    }

    /**
     * One of the report's figures: {@code sorted_minima}, {@code phase_transition}, ...
     *
     * @throws IllegalArgumentException where there is no such figure
     */
    public Figure figure(String name) {
        if (!Figure.NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no figure " + name + ", only " + Figure.NAMES);
        }
        if (!figuresHaveViews) {
            Report.registerViews(session);
            figuresHaveViews = true;
        }
        return Figure.ask(session, name);
    }

    /**
     * A trial of the sweep by the id that its rows carry.
     *
     * @throws IllegalArgumentException where the sweep has none
     */
    public Trial trial(String trialId) {
        return Plan.of(sweep)
                .trial(trialId)
                .orElseThrow(() -> new IllegalArgumentException("the sweep has no trial " + trialId));
    }

    /** Runs one more trial here and now; its rows are the view {@code extra}, in the columns of {@code trials}. */
    public Table runExtra(Trial trial) {
        return extra.run(trial);
    }
}
