package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XorSourceTest {

    @Test
    void labelsAreTheSignOfTheProductOfTheFirstKInputs() {
        Dataset train = new XorSource(3, 7, 500, 10).load(1).train();
        for (int row = 0; row < train.rows(); row++) {
            float product =
                    train.x().get(row, 0) * train.x().get(row, 1) * train.x().get(row, 2);
            assertThat(train.labels()[row]).isEqualTo(product > 0 ? 1 : 0);
        }
    }

    @Test
    void bothClassesAreAboutEquallyFrequent() {
        int[] labels = new XorSource(5, 5, 10_000, 10).load(1).train().labels();
        assertThat(Arrays.stream(labels).sum()).isBetween(4_800, 5_200);
    }

    @Test
    void inputsLieInTheCubeAndAreNotConstant() {
        float[] values = new XorSource(3, 4, 1000, 10).load(1).train().x().data;
        for (float value : values) {
            assertThat(value).isBetween(-1f, 1f);
        }
        assertThat(values[0]).isNotEqualTo(values[4]);
    }

    @Test
    void theRowsDependOnTheRepeatAndTestRowsAreNotTrainingRows() {
        XorSource source = new XorSource(3, 4, 100, 100);
        assertThat(source.load(1).train().x().data)
                .isEqualTo(source.load(1).train().x().data);
        assertThat(source.load(1).train().x().data)
                .isNotEqualTo(source.load(2).train().x().data)
                .isNotEqualTo(source.load(1).test().x().data);
    }

    @Test
    void moreInteractingInputsThanInputsAreRefused() {
        assertThatThrownBy(() -> new XorSource(5, 4, 100, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p must be at least k = 5, not 4");
    }

    @Test
    void withInputsKeepsTheNamedColumns() {
        Dataset train = new XorSource(3, 6, 20, 10).load(1).train();
        Dataset kept = train.withInputs(new int[] {1, 4});
        assertThat(kept.inputs()).isEqualTo(2);
        for (int row = 0; row < 20; row++) {
            assertThat(kept.x().get(row, 0)).isEqualTo(train.x().get(row, 1));
            assertThat(kept.x().get(row, 1)).isEqualTo(train.x().get(row, 4));
        }
    }
}
