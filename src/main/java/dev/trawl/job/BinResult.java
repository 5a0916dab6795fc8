package dev.trawl.job;

import dev.trawl.sweep.Bin;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What one task hands to the driver.
 *
 * @param rows of all its trials, whole
 * @param curve points of their training curves
 * @param trials that ended
 * @param flops planned for these trials
 * @param nanos that the trials took, data and scores included
 * @param suspects indices of trials that were running when their JVM ended, and were passed over
 * @param handedBack the task's bin where nothing of it was run, for too many attempts at it were lost; else none
 */
record BinResult(
        ArrayList<Object[]> rows,
        ArrayList<Object[]> curve,
        int trials,
        double flops,
        long nanos,
        ArrayList<Long> suspects,
        ArrayList<Bin> handedBack)
        implements Serializable {}
