package dev.trawl.data;

import java.io.Serializable;

/**
 * How the rows of a real data set become training and test rows. A fifth of them, drawn by the repeat, is the test
 * part; with a fold, the test part is left out and the training part alone is divided, for cross-validation.
 *
 * @param distinct whether of equal rows one is kept, label included, so that no test row has a copy among the training
 *     rows
 * @param stratified whether each class is divided alike
 * @param fold 1 to {@code folds} to train on the other folds and test on this one; 0 for the test part
 * @param folds of the training part, always stratified; {@value #PARTS}, whatever was given, where there is no fold
 */
public record Division(boolean distinct, boolean stratified, int fold, int folds) implements Serializable {

    /** Training part to test part is 4 : 1 (the paper, section 4.2). */
    static final int PARTS = 5;

    /** The fold of a division that leaves the test part to be tested on. */
    public static final int NO_FOLD = 0;

    public Division {
        require(folds >= 2, "folds must be 2 or more, not " + folds);
        require(
                fold >= NO_FOLD && fold <= folds,
                "fold must be no more than folds, which is " + folds + ", not " + fold);
        folds = fold == NO_FOLD ? PARTS : folds; // one name for what is one division
    }

    /** All rows, divided 4 : 1. */
    public static Division whole() {
        return new Division(false, true, NO_FOLD, PARTS);
    }

    int trainRows(int rows) {
        return fold == NO_FOLD ? trainingPart(rows) : trainingPart(rows) - testRows(rows);
    }

    int testRows(int rows) {
        return fold == NO_FOLD ? dealt(rows, 0, PARTS) : dealt(trainingPart(rows), fold - 1, folds);
    }

    /** What becomes of equal rows: "keep" or "drop". */
    public String duplicatesKey() {
        return distinct ? "drop" : "keep";
    }

    /** "stratified" or "plain". */
    public String splitKey() {
        return stratified ? "stratified" : "plain";
    }

    String description() {
        return "duplicates " + duplicatesKey() + " split " + splitKey()
                + (fold == NO_FOLD ? "" : " fold " + fold + " of " + folds);
    }

    private static int trainingPart(int rows) {
        return rows - dealt(rows, 0, PARTS);
    }

    /** How many of {@code rows} go to {@code part} when they are dealt in turn, from part 0 on. */
    private static int dealt(int rows, int part, int parts) {
        return rows / parts + (part < rows % parts ? 1 : 0);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
