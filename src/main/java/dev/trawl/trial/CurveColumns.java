package dev.trawl.trial;

import java.util.List;
import java.util.stream.Stream;

/** The columns of {@code curves}. */
public final class CurveColumns {

    private static final String AS_THERE = "as in trials";

    /** In the order of the files. The key of a point is (trial_id, stage, epoch). */
    public static final List<Column<CurveRow>> ALL = Stream.of(
                    List.<Column<CurveRow>>of(
                            Column.text("trial_id", AS_THERE, CurveRow::trialId),
                            Column.text("stage", AS_THERE, row -> row.point()
                                    .stage()
                                    .key()),
                            Column.integer("epoch", "epochs", "counted from the trial's start", row -> row.point()
                                    .epoch())),
                    NetworkColumns.<CurveRow>scores(
                            row -> row.point().train(), row -> row.point().test()),
                    NetworkColumns.<CurveRow>anatomy(row -> row.point().anatomy()))
            .flatMap(List::stream)
            .toList();

    private CurveColumns() {}

    /** The values of {@code row}, in the order of {@link #ALL}. */
    static Object[] row(CurveRow row) {
        return Column.values(ALL, row);
    }
}
