package dev.trawl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.RandomStreams;
import dev.trawl.kernel.Layer;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {

    private final List<Layer> layers = InitialWeights.draw(25, List.of(400, 900), 300, RandomStreams.stream("test"));

    @Test
    void everyLayerTakesWhatTheOneBelowGives() {
        assertThat(layers).extracting(Layer::inputs).containsExactly(25, 400, 900);
        assertThat(layers).extracting(Layer::units).containsExactly(400, 900, 300);
    }

    @Test
    void weightsAndBiasesFillTheIntervalOfTheirFanIn() {
        for (Layer layer : layers) {
            double bound = 1 / Math.sqrt(layer.inputs());
            for (FMatrixRMaj drawn : List.of(layer.weights(), layer.biases())) {
                assertThat(least(drawn)).isGreaterThanOrEqualTo(-bound).isCloseTo(-bound, within(0.05 * bound));
                assertThat(-least(negated(drawn))).isLessThan(bound).isCloseTo(bound, within(0.05 * bound));
            }
        }
    }

    private static double least(FMatrixRMaj matrix) {
        return IntStream.range(0, matrix.getNumElements())
                .mapToDouble(i -> matrix.data[i])
                .min()
                .orElseThrow();
    }

    private static FMatrixRMaj negated(FMatrixRMaj matrix) {
        FMatrixRMaj negated = new FMatrixRMaj(matrix.numRows, matrix.numCols);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            negated.data[i] = -matrix.data[i];
        }
        return negated;
    }
}
