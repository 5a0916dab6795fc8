package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ScalingTest {

    /** A constant input, one of tiny numbers with a large one in the last row, one of all that a float can be. */
    private final FMatrixRMaj x = new FMatrixRMaj(new float[][] {
        {9, 0, -Float.MAX_VALUE}, {9, 1e-30f, Float.MAX_VALUE}, {8, 2e-30f, 0}, {9, 3e9f, 0},
    });

    private final Scaling scaling = Scaling.by(x, new int[] {0, 1});

    @Test
    void trainingRowsLieWithinOneAndTestRowsMayLieOutside() {
        assertThat(scaling.scaled(x, new int[] {1, 0, 2}).data).containsExactly(0, 1, 1, 0, -1, -1, 0, 3, 0);
    }

    @Test
    void aRowTooFarOutsideForSinglePrecisionIsRefused() {
        assertThatThrownBy(() -> scaling.scaled(x, new int[] {2, 3}))
                .isInstanceOf(DataException.class)
                .hasMessage("input 2 is 3.0E9 in a row, where training rows have 0.0 to 1.0E-30: scaled by these it is"
                        + " beyond single precision");
    }
}
