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
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** Runs the trials of its one bin, one after the other on the task's thread. {@link Attempt} tells what of them. */
final class BinTask extends AbstractFunction2<TaskContext, Iterator<Bin>, BinResult> implements Serializable {

    private final Broadcast<Plan> plan;
    private final TrialMethod method;
    private final String version;
    private final String directory;
    private final SerializableConfiguration configuration;
    private final String job;
    private final boolean alone;
    private final String dataFolder; // the driver's; empty where it has none

    /**
     * @param version of Trawl, for rows to carry
     * @param job names this Spark job among those of one driver
     * @param alone whether each bin is a single suspect, with nothing else running
     */
    BinTask(
            Broadcast<Plan> plan,
            TrialMethod method,
            String version,
            String directory,
            SerializableConfiguration configuration,
            String job,
            boolean alone) {
        this.plan = plan;
        this.method = method;
        this.version = version;
        this.directory = directory;
        this.configuration = configuration;
        this.job = job;
        this.alone = alone;
        this.dataFolder = DataFolder.named().map(Path::toString).orElse("");
    }

    @Override
    public BinResult apply(TaskContext context, Iterator<Bin> bins) {
        return run(context, bins.next());
    }

    private BinResult run(TaskContext context, Bin bin) {
        DataFolder.useWhereNoneIsNamed(dataFolder);
        int number = context.attemptNumber();
        Provenance provenance = provenance(number);
        Marks marks = new Marks(ResultFolder.of(directory, configuration.value()), job, number);
        Attempt attempt = new Attempt(
                number, Attempt.mayFindMarks(number, alone) ? marks.left() : Map.of(), tasksAtOnce(context) > 1, alone);
        ArrayList<Object[]> rows = new ArrayList<>();
        ArrayList<Object[]> curve = new ArrayList<>();
        ArrayList<Long> suspects = new ArrayList<>();
        if (attempt.handsBack(bin)) {
            return new BinResult(rows, curve, 0, 0, 0, suspects, new ArrayList<>(List.of(bin)));
        }
        int trials = 0;
        double flops = 0;
        long start = System.nanoTime();
        for (int range = 0; range < bin.from().length; range++) {
            for (long index = bin.from()[range]; index < bin.to()[range]; index++) {
                if (context.isInterrupted()) {
                    throw new TaskKilledException("the sweep stops");
                }
                Attempt.Action action = attempt.with(index);
                if (action == Attempt.Action.PASS_OVER) {
                    suspects.add(index);
                    continue;
                }
                Trial trial = plan.value().trial(index);
                MachineData.require(trial, method, context);
                Provenance here = provenance.withStep(plan.value().step(index));
                TrialRows ended = action == Attempt.Action.CALL_KILLED
                        ? TrialTask.killed(trial, here, attempt.verdict())
                        : run(trial, here, index, action == Attempt.Action.RUN_MARKED ? marks : null);
                rows.addAll(ended.rows());
                curve.addAll(ended.curve());
                trials++;
                flops += plan.value().flops(index);
            }
        }
        return new BinResult(rows, curve, trials, flops, System.nanoTime() - start, suspects, new ArrayList<>());
    }

    /** @param marks that say meanwhile which trial runs; null for none */
    private TrialRows run(Trial trial, Provenance provenance, long index, @Nullable Marks marks) {
        if (marks == null) {
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
        String sweep = plan.value().sweep().name();
        String jdk = Runtime.version().toString();
        return new Provenance(sweep, "", method.kernel(), version, jdk, Host.name(), attempt);
    }
}
