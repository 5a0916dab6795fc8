package dev.trawl.prune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void tiesGoToTheLowerIndex() {
        assertThat(Selection.largest(new float[] {2, 1, 2, 3, 2}, 3)).containsExactly(true, false, true, true, false);
    }

    @Test
    void exactlyAsManyAsAskedForAreKeptEvenIfAllAreEqual() {
        assertThat(Selection.largest(new float[] {5, 5, 5, 5}, 2)).containsExactly(true, true, false, false);
    }

    @Test
    void askingForMoreThanThereAreKeepsAll() {
        assertThat(Selection.largest(new float[] {1, 2}, 7)).containsExactly(true, true);
    }
}
