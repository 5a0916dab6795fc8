package dev.trawl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.Dataset;
import dev.trawl.kernel.Layer;
import dev.trawl.kernel.TrainingState;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final double ROUNDING = 1e-6;

    @Test
    void ofSeveralLogitsTheLargestSaysTheClassAndTheLowestOfEqualOnes() {
        float[][] logits = {{1, 2, 0}, {3, 3, 1}, {0, 5, 5}, {-1, -2, -1}};
        assertThat(scores(3, logits, 1, 0, 1, 0).accuracy()).isEqualTo(1);
        assertThat(scores(3, logits, 1, 1, 2, 2).accuracy()).isEqualTo(0.25);
        assertThat(scores(3, logits, 1, 0, 1, 0).auc()).as("of three classes").isEmpty();
    }

    @Test
    void aSingleLogitSaysOneAboveZero() {
        float[][] logits = {{0.5f}, {0}, {-0.5f}, {2}};
        Scores scores = scores(2, logits, 1, 0, 0, 0);
        assertThat(scores.accuracy()).isEqualTo(0.75);
        assertThat(scores.auc()).hasValueCloseTo(2 / 3.0, within(ROUNDING));
        double loss = Math.log1p(Math.exp(-0.5)) + Math.log(2) + Math.log1p(Math.exp(-0.5)) + Math.log1p(Math.exp(2));
        assertThat(scores.loss()).isCloseTo(loss / 4, within(ROUNDING));
    }

    @Test
    void aNetworkThatDivergedHasNoLossAndNoAuc() {
        Scores scores = scores(2, new float[][] {{0.5f}, {Float.NaN}}, 1, 0);
        assertThat(scores.loss()).isNaN();
        assertThat(scores.auc()).isEmpty();
    }

    @Test
    void theGradientsNormCountsThePenaltyOfWeightsAndBiases() {
        Layer parameters = layer(2, -1, 6);
        Layer gradient = layer(0.5f, 0.25f, -1);
        var evaluator = new Evaluator(new RecordingEngine(new FMatrixRMaj(1, 1), List.of(gradient)));

        double norm = evaluator.gradientNorm(data(2, 0, 1), TrainingState.of(List.of(parameters)), 0.5);

        assertThat(norm).isCloseTo(Math.sqrt(1.5 * 1.5 + 0.25 * 0.25 + 2 * 2), within(ROUNDING));
    }

    private static Layer layer(float first, float second, float bias) {
        return new Layer(new FMatrixRMaj(2, 1, true, first, second), new FMatrixRMaj(1, 1, true, bias));
    }

    private static Scores scores(int classes, float[][] logits, int... labels) {
        return new Evaluator(new RecordingEngine(new FMatrixRMaj(logits), List.of())).scores(data(classes, labels));
    }

    private static Dataset data(int classes, int... labels) {
        return new Dataset(new FMatrixRMaj(labels.length, 1), labels, classes);
    }
}
