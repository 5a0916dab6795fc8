package dev.trawl.trial;

import dev.trawl.trial.StageOutcome.Died;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers a trial's rows and stamps them with the time. A row's seconds count from the row before it, so that they add
 * up to the trial's: drawing the data and stages that were only passed through belong to the next row.
 */
final class RowRecorder implements TrialObserver {

    private final Trial trial;
    private final String id;
    private final Provenance provenance;
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Object[]> curve = new ArrayList<>();
    private final Set<Stage> ended = EnumSet.noneOf(Stage.class);
    private Stage running;
    private long lastRow = System.nanoTime();

    RowRecorder(Trial trial, Provenance provenance) {
        this.trial = trial;
        this.id = trial.id();
        this.provenance = provenance;
        this.running = trial.stages().get(0);
    }

    @Override
    public void started(Stage stage) {
        running = stage;
    }

    @Override
    public void finished(StageOutcome outcome) {
        long now = System.nanoTime();
        TrialRow row = new TrialRow(
                trial,
                outcome,
                provenance,
                (now - lastRow) * 1e-9,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        rows.add(TrialColumns.row(row));
        ended.add(outcome.stage());
        lastRow = now;
    }

    @Override
    public void point(CurvePoint point) {
        curve.add(CurveColumns.row(new CurveRow(id, point)));
    }

    /**
     * Ends the running stage, or the next one asked for where the running one has its row already. Where all have
     * theirs, nothing is lost.
     */
    void died(Status status, String message) {
        Optional<Stage> stage = ended.contains(running) ? nextStage() : Optional.of(running);
        stage.ifPresent(died -> finished(new Died(died, 0, 0, status, message)));
    }

    TrialRows rows() {
        return new TrialRows(List.copyOf(rows), List.copyOf(curve));
    }

    private Optional<Stage> nextStage() {
        return trial.stages().stream().filter(stage -> !ended.contains(stage)).findFirst();
    }
}
