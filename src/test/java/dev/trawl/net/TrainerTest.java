package dev.trawl.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.data.Dataset;
import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Adam;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final int ROWS = 23;
    private static final Adam ADAM = Adam.of(0.001, 0);

    private final RecordingEngine engine = new RecordingEngine();
    private final Dataset data = numbered();

    @Test
    void everyRowIsSeenOnceAnEpochWithItsLabelAndTheLastBatchIsTheRest() {
        Trainer trainer = trainer(5);
        for (int epoch = 0; epoch < 3; epoch++) {
            engine.steps.clear();
            assertThat(trainer.epoch(data, ADAM)).as("the mean over rows").isEqualTo(1);
            assertThat(engine.steps).extracting(List::size).containsExactly(5, 5, 5, 5, 3);
            assertThat(engine.steps.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(allRows());
        }
    }

    @Test
    void eachEpochHasAnotherOrderAndTheSameStreamGivesTheSameOrders() {
        Trainer first = trainer(5);
        first.epoch(data, ADAM);
        first.epoch(data, ADAM);
        List<List<String>> steps = List.copyOf(engine.steps);
        assertThat(steps.subList(0, 5)).isNotEqualTo(steps.subList(5, 10));

        engine.steps.clear();
        Trainer second = trainer(5);
        second.epoch(data, ADAM);
        second.epoch(data, ADAM);
        assertThat(engine.steps).isEqualTo(steps);
    }

    @Test
    void aFullBatchKeepsTheRowsOwnOrder() {
        for (int batch : new int[] {0, ROWS}) {
            engine.steps.clear();
            trainer(batch).epoch(data, ADAM);
            assertThat(engine.steps).containsExactly(allRows());
        }
    }

    private Trainer trainer(int batch) {
        return new Trainer(engine, ROWS, batch, RandomStreams.stream("test"));
    }

    private static List<String> allRows() {
        return IntStream.range(0, ROWS).mapToObj(row -> row + ":" + row % 3).toList();
    }

    /** The first input is the row's number. */
    private static Dataset numbered() {
        FMatrixRMaj x = new FMatrixRMaj(ROWS, 2);
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x.set(row, 0, row);
            labels[row] = row % 3;
        }
        return new Dataset(x, labels, 3);
    }
}
