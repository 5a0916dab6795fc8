package dev.trawl.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.00123 | 0.00123",
                "1 | 1.00",
                "12.34 | 12.3",
                "-0.5 | -0.500",
                "9.996 | 10.0",
                "0.9999 | 1.00",
                "999.6 | 1,000",
                "1234567 | 1,234,567"
            })
    void threeDigitsMeanSomething(double value, String text) {
        assertThat(Quantity.significant(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 flop", "999.4, 999 flop", "999.5, 1.00 kflop", "12.34e12, 12.3 Tflop", "5e24, '5,000 Zflop'"})
    void flopsTakeTheLargestUnitThatLeavesADigit(double flops, String text) {
        assertThat(Quantity.flops(flops)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"42, 42.0 s", "750, 12.5 min", "11520, 3.20 h", "355104, 98.6 h", "360000, 4.17 days"})
    void aSpanTakesAUnitThatSuitsIt(double seconds, String text) {
        assertThat(Quantity.span(seconds)).isEqualTo(text);
    }
}
