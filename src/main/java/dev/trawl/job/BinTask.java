package dev.trawl.job;

import dev.trawl.data.DataFolder;
import dev.trawl.store.Marks;
import dev.trawl.store.ResultFolder;
import dev.trawl.sweep.Bin;
import dev.trawl.sweep.Plan;
import dev.trawl.trial.Host;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import dev.trawl.trial.TrialRows;
import dev.trawl.trial.TrialTask;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * Runs the trials of one bin, one after the other on the task's thread.
 *
 * <p>A trial may end its JVM (a crash, the cluster's memory limit) and take the trials beside it down. From the second
 * attempt on, a mark says which trial runs. Where executors run one task at a time, the trial that was marked when its
 * JVM ended gets the status killed: two executors are lost. Where they run several, it may have been a bystander: it is
 * passed over as a suspect and runs once more, alone, and gets that status if it ends that JVM too.
 */
final class BinTask extends AbstractFunction2<TaskContext, Iterator<Bin>, BinResult> implements Serializable {

    private final Broadcast<Plan> plan;
    private final TrialMethod method;
    private final Provenance driver;
    private final String directory;
    private final SerializableConfiguration configuration;
    private final String job;
    private final boolean alone;
    private final String dataFolder; // the driver's; empty where it has none

    /**
     * @param driver what rows say of their making; the executor puts in what only it knows
     * @param job names this Spark job among those of one driver
     * @param alone whether each bin is a single suspect, with nothing else running
     */
    BinTask(
            Broadcast<Plan> plan,
            TrialMethod method,
            Provenance driver,
            String directory,
            SerializableConfiguration configuration,
            String job,
            boolean alone) {
        this.plan = plan;
        this.method = method;
        this.driver = driver;
        this.directory = directory;
        this.configuration = configuration;
        this.job = job;
        this.alone = alone;
        this.dataFolder = DataFolder.named().map(Path::toString).orElse("");
    }

    @Override
    public BinResult apply(TaskContext context, Iterator<Bin> bins) {
        BinResult result = new BinResult(new ArrayList<>(), new ArrayList<>(), 0, 0, 0, new ArrayList<>());
        while (bins.hasNext()) {
            result = run(context, bins.next(), result);
        }
        return result;
    }

    private BinResult run(TaskContext context, Bin bin, BinResult result) {
        DataFolder.useWhereNoneIsNamed(dataFolder);
        int attempt = context.attemptNumber();
        Provenance provenance = provenance(attempt);
        Marks marks = new Marks(ResultFolder.of(directory, configuration.value()), job, attempt);
        Set<Long> suspects = attempt >= 2 && !alone ? marks.left() : Set.of();
        boolean bystanders = tasksAtOnce(context) > 1;
        int trials = result.trials();
        double flops = result.flops();
        long start = System.nanoTime();
        for (int range = 0; range < bin.from().length; range++) {
            for (long index = bin.from()[range]; index < bin.to()[range]; index++) {
                if (context.isInterrupted()) {
                    throw new TaskKilledException("the sweep stops");
                }
                Trial trial = plan.value().trial(index);
                Provenance here = provenance.withStep(plan.value().step(index));
                boolean suspected = suspects.contains(index);
                if (suspected && bystanders) {
                    result.suspects().add(index);
                    continue;
                }
                TrialRows ended = suspected
                        ? TrialTask.killed(trial, here, "two executors were lost while it ran")
                        : runMarked(trial, index, marks, attempt, here);
                result.rows().addAll(ended.rows());
                result.curve().addAll(ended.curve());
                trials++;
                flops += plan.value().flops(index);
            }
        }
        long nanos = result.nanos() + System.nanoTime() - start;
        return new BinResult(result.rows(), result.curve(), trials, flops, nanos, result.suspects());
    }

    private TrialRows runMarked(Trial trial, long index, Marks marks, int attempt, Provenance provenance) {
        if (alone && attempt > 0) {
            return TrialTask.killed(trial, provenance, "three executors were lost while it ran, alone in the last");
        }
        if (attempt == 0) {
            return TrialTask.run(trial, method, provenance);
        }
        marks.set(index);
        TrialRows rows = TrialTask.run(trial, method, provenance);
        marks.clear(index);
        return rows;
    }

    /** Tasks beside each other in an executor; very many where the cluster does not say. */
    private static int tasksAtOnce(TaskContext context) {
        return SparkEnv.get().conf().getInt("spark.executor.cores", Integer.MAX_VALUE) / context.cpus();
    }

    private Provenance provenance(int attempt) {
        return new Provenance(
                driver.sweep(),
                driver.step(),
                method.kernel(),
                driver.version(),
                Runtime.version().toString(),
                Host.name(),
                attempt);
    }
}
