package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;
import static dev.trawl.kernel.PackedNetwork.BLOCK;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of each pass over one full panel and one block of rows, all in the first cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PassBenchmark {

    @Param({"4", "20", "60"})
    int inputs;

    private final float[] slopes = new float[BLOCK];
    private final BlockLoss loss = new BlockLoss(BLOCK);
    private final int[] labels = new int[BLOCK];
    private float[] memory = new float[0];

    // Where in memory:
    private int x; // (BLOCK, inputs) or turned, alike as all numbers are equal
    private int weights; // (inputs, PANEL)
    private int tile; // (BLOCK, PANEL)
    private int row; // (PANEL)
    private int sums; // (PANEL)
    private int moreSums; // (PANEL)

    @Setup
    public void fill() {
        FirstUse.await();
        Arena arena = new Arena();
        arena.clear();
        x = arena.take(BLOCK * inputs);
        weights = arena.take(inputs * PANEL);
        tile = arena.take(BLOCK * PANEL);
        row = arena.take(PANEL);
        sums = arena.take(PANEL);
        moreSums = arena.take(PANEL);
        arena.fit();
        memory = arena.memory();
        Arrays.fill(memory, x, x + BLOCK * inputs, 0.1f);
        Arrays.fill(memory, row, row + PANEL, 0.1f);
    }

    @Benchmark
    public float[] forward() {
        Tiles.multiply(memory, row, 0, memory, x, 1, BLOCK, weights, PANEL, inputs, tile, BLOCK);
        return memory;
    }

    @Benchmark
    public float[] backward() {
        Tiles.multiply(memory, Arena.ZEROS, 0, memory, x, 1, inputs, tile, PANEL, BLOCK, weights, inputs);
        return memory;
    }

    @Benchmark
    public float[] deltas() {
        DeltaPass.oneLogit(memory, tile, PANEL, BLOCK, slopes, row, sums, sums, moreSums, moreSums);
        return memory;
    }

    @Benchmark
    public double loss() {
        loss.begin();
        loss.apply(slopes, 1, labels, 0, BLOCK, 0f);
        return loss.total();
    }
}
