package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableFormatTest {

    private static final StructType SCHEMA = new StructType()
            .add("stage", DataTypes.StringType)
            .add("runs", DataTypes.LongType)
            .add("auc", DataTypes.DoubleType)
            .add("at", DataTypes.TimestampType);

    private static final Table TABLE = new Table(
            "made",
            SCHEMA,
            List.of(
                    RowFactory.create("dense", 7L, 0.5, Timestamp.from(Instant.parse("2026-01-02T03:04:05.000006Z"))),
                    RowFactory.create("cpna, \"all\"", 1000L, 0.98765432, null),
                    RowFactory.create(null, null, Double.NaN, null),
                    RowFactory.create("x", 1L, 0.00000123, null)));

    /** Readers pass over empty lines. */
    @Test
    void aRowOfOneNullIsNoEmptyLine() throws IOException {
        var schema = new StructType().add("auc", DataTypes.DoubleType);
        var rows = List.of(RowFactory.create(0.5), RowFactory.create((Object) null));

        assertThat(print(TableFormat.CSV, new Table("made", schema, rows))).isEqualTo("auc\n0.5\n\"\"\n");
    }

    @Test
    void bytesAreHexadecimalDigits() throws IOException {
        var schema = new StructType().add("hash", DataTypes.BinaryType);
        var rows = List.of(RowFactory.create((Object) new byte[] {0, (byte) 0xff, 0x41}));

        assertThat(print(TableFormat.CSV, new Table("made", schema, rows))).isEqualTo("hash\n00FF41\n");
        assertThat(print(TableFormat.JSON, new Table("made", schema, rows))).contains("\"00FF41\"");
    }

    @Test
    void textIsAlignedNumbersToTheRight() throws IOException {
        assertThat(print(TableFormat.TABLE, TABLE)).isEqualTo("""
                stage        runs       auc  at
                dense           7    0.5000  2026-01-02T03:04:05.000006Z
                cpna, "all"  1000    0.9877
                                        NaN
                x               1  1.23e-06
                """);
    }

    @Test
    void wholeNumbersHaveNoDecimalsAndLargeOnesFewer() {
        var schema = new StructType().add("units", DataTypes.DoubleType).add("flops", DataTypes.DoubleType);
        var table =
                new Table("made", schema, List.of(RowFactory.create(8.0, 1234567.89), RowFactory.create(16.0, 2.25)));

        assertThat(TextTable.of(table)).isEqualTo("""
                units    flops
                    8  1234568
                   16        2
                """);
    }

    @Test
    void aLongTableSaysHowManyRowsAreNotShown() {
        assertThat(TextTable.of(TABLE, 1)).endsWith("... and 3 more\n").hasLineCount(3);
    }

    @Test
    void csvQuotesAndKeepsAllDigits() throws IOException {
        assertThat(print(TableFormat.CSV, TABLE)).isEqualTo("""
                stage,runs,auc,at
                dense,7,0.5,2026-01-02T03:04:05.000006Z
                "cpna, ""all\""",1000,0.98765432,
                ,,NaN,
                x,1,1.23E-6,
                """);
    }

    @Test
    void csvQuotesWhatTakesSeveralLines() throws IOException {
        var schema = new StructType().add("message", DataTypes.StringType);
        var rows = List.of(RowFactory.create("a\nb"), RowFactory.create("c\rd"));

        assertThat(print(TableFormat.CSV, new Table("made", schema, rows))).isEqualTo("message\n\"a\nb\"\n\"c\rd\"\n");
    }

    @Test
    void decimalsAndFloatsKeepTheirDigits() throws IOException {
        var schema = new StructType()
                .add("exact", DataTypes.createDecimalType(12, 10))
                .add("short", DataTypes.FloatType);
        var table = new Table("made", schema, List.of(RowFactory.create(new BigDecimal("0.0000000010"), 0.1f)));

        assertThat(print(TableFormat.CSV, table)).endsWith("\n0.0000000010,0.1\n");
        assertThat(print(TableFormat.JSON, table)).contains("\"short\":0.1}");
    }

    @Test
    void whatWouldBeRoundedToNothingIsShownInPowersOfTen() {
        var schema = new StructType().add("loss", DataTypes.DoubleType);
        var rows = List.of(RowFactory.create(0.5), RowFactory.create(0.00007), RowFactory.create(0.00004));

        assertThat(TextTable.column(schema, rows, 0)).containsExactly("0.5000", "7.00e-05", "4.00e-05");
    }

    @Test
    void jsonHasNoNotANumber() throws IOException {
        assertThat(print(TableFormat.JSON, TABLE)).isEqualTo("""
                [
                {"stage":"dense","runs":7,"auc":0.5,"at":"2026-01-02T03:04:05.000006Z"},
                {"stage":"cpna, \\"all\\"","runs":1000,"auc":0.98765432,"at":null},
                {"stage":null,"runs":null,"auc":null,"at":null},
                {"stage":"x","runs":1,"auc":1.23E-6,"at":null}
                ]
                """);
    }

    @Test
    void noRowsAreStillATable() throws IOException {
        var empty = new Table("made", SCHEMA, List.of());

        assertThat(Arrays.stream(TableFormat.values()).map(format -> print(format, empty)))
                .containsExactly("stage  runs  auc  at\n", "stage,runs,auc,at\n", "[]\n");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
    void eachRowIsWrittenBeforeTheNextIsAskedFor(TableFormat format) throws IOException {
        var out = new StringBuilder();
        List<Integer> lengths = new ArrayList<>();
        var rows = TABLE.rows().stream().peek(row -> lengths.add(out.length())).iterator();

        format.write(new RowStream(SCHEMA, rows), out);

        assertThat(lengths).hasSize(4).doesNotHaveDuplicates();
        assertThat(out).hasToString(print(format, TABLE));
    }

    private static String print(TableFormat format, Table table) {
        var out = new StringBuilder();
        try {
            format.write(table, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
