package dev.trawl.net;

import dev.trawl.data.Dataset;
import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Adam;
import dev.trawl.kernel.Engine;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** Trains the network that an engine holds, epoch by epoch. Owns the workspace of mini-batches. */
public final class Trainer {

    private final Engine engine;
    private final int batch;
    private final RandomGenerator shuffle;
    private final int[] order; // (rows)
    private final int[] batchLabels; // (batch)
    private final FMatrixRMaj batchRows; // (batch, inputs)

    /**
     * @param rows of the data set to train on
     * @param batch rows a step; 0 for all of them
     * @param shuffle draws the order of rows in each epoch of mini-batches; a full batch keeps the rows' own order
     */
    public Trainer(Engine engine, int rows, int batch, RandomGenerator shuffle) {
        this.engine = engine;
        this.batch = batch == 0 || batch >= rows ? 0 : batch;
        this.shuffle = shuffle;
        this.order = IntStream.range(0, this.batch == 0 ? 0 : rows).toArray();
        this.batchLabels = new int[this.batch];
        this.batchRows = new FMatrixRMaj(1, 1);
    }

    /** One pass over the rows. Returns the mean over rows of the loss each had just before its own step. */
    public double epoch(Dataset train, Adam adam) {
        double sum =
                batch == 0 ? engine.step(train.x(), train.labels(), 0, train.rows(), adam) : shuffledEpoch(train, adam);
        return sum / train.rows();
    }

    private double shuffledEpoch(Dataset train, Adam adam) {
        RandomStreams.shuffle(order, shuffle);
        double sum = 0;
        for (int start = 0; start < order.length; start += batch) {
            int rows = Math.min(batch, order.length - start);
            gather(train, start, rows);
            sum += engine.step(batchRows, batchLabels, 0, rows, adam);
        }
        return sum;
    }

    private void gather(Dataset train, int start, int rows) {
        int inputs = train.inputs();
        batchRows.reshape(rows, inputs);
        for (int i = 0; i < rows; i++) {
            int row = order[start + i];
            System.arraycopy(train.x().data, row * inputs, batchRows.data, i * inputs, inputs);
            batchLabels[i] = train.labels()[row];
        }
    }
}
