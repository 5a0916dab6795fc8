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

    private final float[] tile = new float[BLOCK * PANEL];
    private final float[] row = new float[PANEL];
    private final float[] sums = new float[PANEL];
    private final float[] moreSums = new float[PANEL];
    private final float[] slopes = new float[BLOCK];
    private final BlockLoss loss = new BlockLoss(BLOCK);
    private final int[] labels = new int[BLOCK];
    private float[] x = new float[0]; // (BLOCK, inputs) or turned, alike as all numbers are equal
    private float[] weights = new float[0]; // (inputs, PANEL)

    @Setup
    public void fill() {
        FirstUse.await();
        x = new float[BLOCK * inputs];
        weights = new float[inputs * PANEL];
        Arrays.fill(x, 0.1f);
        Arrays.fill(row, 0.1f);
    }

    @Benchmark
    public float[] forward() {
        Tiles.multiply(row, 0, 0, x, 0, 1, BLOCK, weights, 0, PANEL, inputs, tile, 0, BLOCK);
        return tile;
    }

    @Benchmark
    public float[] backward() {
        Tiles.multiply(Tiles.ZEROS, 0, 0, x, 0, 1, inputs, tile, 0, PANEL, BLOCK, weights, 0, inputs);
        return weights;
    }

    @Benchmark
    public float[] deltas() {
        DeltaPass.oneLogit(tile, 0, PANEL, BLOCK, slopes, row, 0, sums, 0, sums, 0, moreSums, 0, moreSums, 0);
        return tile;
    }

    @Benchmark
    public double loss() {
        loss.begin();
        loss.apply(slopes, 1, labels, 0, BLOCK, 0f);
        return loss.total();
    }
}
