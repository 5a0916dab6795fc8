package dev.trawl.sweep;

/**
 * One combination of settings in a plan.
 *
 * @param settings those that tell it from the other cells, and those that size it: {@code k=4 p=40 n=3000 hidden=2048}
 * @param trials its repeats times its seeds
 * @param flops of one trial
 */
public record PlannedCell(String settings, long trials, double flops) {}
