package dev.trawl.job;

import dev.trawl.data.DataException;
import dev.trawl.trial.Host;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * Whether a machine has the files of a trial's data. Where it has not, no trial is to blame: the task fails, and Spark
 * gives it to another machine.
 */
final class MachineData {

    /** The name of the executor that shares the driver's process, on one machine. */
    private static final String DRIVER = "driver";

    /** Else the machine that fails at once would be the first to ask for more. */
    private static final int MILLIS_FOR_OTHERS = 10_000;

    private static final int POLL_MILLIS = 100;

    private MachineData() {}

    /** Throws {@link UnreadableData}: where driver and tasks share a process at once, else after some seconds. */
    static void require(Trial trial, TrialMethod method, TaskContext context) {
        try {
            method.requireFiles(trial);
        } catch (DataException e) {
            if (!SparkEnv.get().executorId().equals(DRIVER)) {
                leaveToOthers(context);
            }
            throw new UnreadableData(Host.name() + " lacks data: " + e.getMessage());
        }
    }

    private static void leaveToOthers(TaskContext context) {
        try {
            for (int waited = 0; waited < MILLIS_FOR_OTHERS && !context.isInterrupted(); waited += POLL_MILLIS) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new TaskKilledException("the sweep stops");
        }
    }
}
