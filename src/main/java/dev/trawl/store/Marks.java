package dev.trawl.store;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Marks of trials that are running in a task that lost an executor before: files DIR/attempts/JOB/INDEX-ATTEMPT, with
 * the trial's index in the plan. A mark that an earlier attempt left names the trial that was running when its JVM
 * ended.
 */
public final class Marks {

    public static final String FOLDER = "attempts";

    private final ResultFolder folder;
    private final String job;
    private final int attempt;

    /** @param job a folder of its own: marks of earlier jobs say nothing about this one */
    public Marks(ResultFolder folder, String job, int attempt) {
        this.folder = folder;
        this.job = job;
        this.attempt = attempt;
    }

    /** How many earlier attempts ended while a trial ran, for each one's index. */
    public Map<Long, Integer> left() {
        return folder.list(FOLDER + "/" + job).stream()
                .map(file -> file.getPath().getName())
                .filter(name -> name.matches("\\d+-\\d+"))
                .filter(name -> Integer.parseInt(name.substring(name.indexOf('-') + 1)) < attempt)
                .collect(Collectors.toMap(
                        name -> Long.valueOf(name.substring(0, name.indexOf('-'))), name -> 1, Integer::sum));
    }

    public void set(long index) {
        folder.write(name(index), "");
    }

    public void clear(long index) {
        folder.delete(folder.path(name(index)));
    }

    private String name(long index) {
        return FOLDER + "/" + job + "/" + index + "-" + attempt;
    }
}
