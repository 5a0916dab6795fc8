package dev.trawl.job;

import dev.trawl.data.DataException;
import dev.trawl.trial.Host;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialMethod;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * Whether a machine has the files of a trial's data. Where it has not, no trial is to blame: the task ends, and Spark
 * gives it to another machine.
 */
final class MachineData {

    /** The name of the executor that shares the driver's process, on one machine. */
    private static final String DRIVER = "driver";

    /** Else the machine that fails at once would be the first to ask for more. */
    private static final int MILLIS_FOR_OTHERS = 10_000;

    private static final int POLL_MILLIS = 100;

    private MachineData() {}

    /**
     * Where driver and tasks share a process throws {@link UnreadableData}, at once. Else the task is called killed,
     * after some seconds: Spark counts that for no failure, of which a task may have a few.
     */
    static void require(Trial trial, TrialMethod method, TaskContext context) {
        try {
            method.requireFiles(trial);
        } catch (DataException e) {
            String message = UnreadableData.message(Host.name(), String.valueOf(e.getMessage()));
            if (SparkEnv.get().executorId().equals(DRIVER)) {
                throw new UnreadableData(message);
            }
            leaveToOthers(context);
            throw new TaskKilledException(message);
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
