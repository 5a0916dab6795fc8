package dev.trawl.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trawl.data.Dataset;
import dev.trawl.kernel.Layer;
import dev.trawl.trial.KeptNetworks.Network;
import dev.trawl.trial.StageOutcome.Finished;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptNetworksTest {

    private final KeptNetworks kept = new KeptNetworks(new KernelMethod("ejml"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachStagesNetworkHasTheShapeItBeganWithAndTheLossOfItsRow(long seed) {
        Trial trial = Trials.small(seed);
        Dataset train = trial.data().load(trial.repeat()).train();
        List<Finished> ends = run(trial);

        assertThat(kept.networks()).extracting(Network::stage).containsExactly(stages(ends));
        for (int i = 0; i < ends.size(); i++) {
            List<Layer> layers = kept.networks().get(i).layers();
            Finished end = ends.get(i);
            assertThat(layers).extracting(Layer::inputs).containsExactly(5, 12);
            assertThat(layers).extracting(Layer::units).containsExactly(12, 1);
            assertThat(loss(layers, train))
                    .as("%s", end.stage())
                    .isCloseTo(end.measures().train().loss(), within(1e-5));
            assertThat(nonzero(layers.get(0))).isEqualTo(end.anatomy().hiddenConnections());
            assertThat(nonzero(layers.get(1))).isEqualTo(end.anatomy().outputConnections());
        }
    }

    @Test
    void theNetworksAreTheLastTrials() {
        run(Trials.small(1));
        List<Network> first = kept.networks();
        run(Trials.small(2, Phases.TOGETHER, List.of(Stage.CPNA_ALL)));

        assertThat(first).hasSize(Stage.values().length);
        assertThat(kept.networks()).extracting(Network::stage).containsExactly(Stage.CPNA_ALL);
    }

    private List<Finished> run(Trial trial) {
        List<Finished> ends = new ArrayList<>();
        kept.run(trial, new TrialObserver() {
            @Override
            public void started(Stage stage) {}

            @Override
            public void finished(StageOutcome outcome) {
                ends.add((Finished) outcome);
            }

            @Override
            public void point(CurvePoint point) {}
        });
        return ends;
    }

    private static Stage[] stages(List<Finished> ends) {
        return ends.stream().map(Finished::stage).toArray(Stage[]::new);
    }

    /** Mean cross-entropy of one logit a row, by the plainest arithmetic. */
    private static double loss(List<Layer> layers, Dataset rows) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double logit = layers.get(1).biases().get(0, 0);
            for (int j = 0; j < layers.get(0).units(); j++) {
                double y = layers.get(0).biases().get(0, j);
                for (int i = 0; i < rows.inputs(); i++) {
                    y += rows.x().get(row, i) * layers.get(0).weights().get(i, j);
                }
                logit += Math.max(y, 0) * layers.get(1).weights().get(j, 0);
            }
            sum += Math.log1p(Math.exp(rows.labels()[row] == 1 ? -logit : logit));
        }
        return sum / rows.rows();
    }

    private static long nonzero(Layer layer) {
        FMatrixRMaj weights = layer.weights();
        long count = 0;
        for (int i = 0; i < weights.getNumElements(); i++) {
            count += weights.data[i] == 0 ? 0 : 1;
        }
        return count;
    }
}
