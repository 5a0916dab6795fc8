package dev.trawl.job;

import dev.trawl.sweep.Bin;
import java.util.Map;

/**
 * What one attempt at a bin does with its trials, told by the marks that earlier attempts left.
 *
 * <p>A trial may end its JVM (a crash, the cluster's memory limit) and take the trials beside it down; the cluster may
 * take a machine back in the middle of any. From the second attempt on a mark says which trial runs, and two marks that
 * were left are the verdict: killed. Where executors run several tasks at once a mark may be a bystander's, so one is
 * enough to pass the trial over; it runs once more with nothing beside it. A bin that goes on losing executors is
 * handed back, and its trials run one a task: Spark gives up a task, and with it the sweep, after so many losses.
 *
 * @param number 0 for a task's first attempt
 * @param marks that earlier attempts left, for each trial's index
 * @param bystanders whether the executor runs other tasks besides
 * @param alone whether the bin is a single suspect, with nothing else running
 */
record Attempt(int number, Map<Long, Integer> marks, boolean bystanders, boolean alone) {

    /** Attempts at a bin of several trials. */
    static final int OF_A_BIN = 6;

    enum Action {
        RUN,
        /** Runs under a mark of this attempt. */
        RUN_MARKED,
        PASS_OVER,
        CALL_KILLED
    }

    boolean handsBack(Bin bin) {
        return number >= OF_A_BIN && bin.size() > 1;
    }

    Action with(long trial) {
        int left = marks.getOrDefault(trial, 0);
        if (alone) { // a suspect has one mark already, of the job before
            return left >= 1 ? Action.CALL_KILLED : Action.RUN_MARKED;
        }
        if (left >= 1 && bystanders) {
            return Action.PASS_OVER;
        }
        if (left >= 2) {
            return Action.CALL_KILLED;
        }
        return number >= 1 ? Action.RUN_MARKED : Action.RUN;
    }

    /** Whether marks of earlier attempts can be there. */
    static boolean mayFindMarks(int number, boolean alone) {
        return number >= (alone ? 1 : 2);
    }

    String verdict() {
        return "two executors were lost while it ran" + (alone ? ", with nothing beside it in the second" : "");
    }
}
