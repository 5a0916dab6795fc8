package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UciSetTest {

    @TempDir
    private Path folder;

    @Test
    void theTableIsThePapersTable2() {
        assertThat(UciSet.values())
                .extracting(set -> set.title() + " " + set.classes() + " " + set.inputs() + " " + set.rows())
                .containsExactly(
                        "Car Evaluation 4 21 1728",
                        "Image Segmentation 7 19 2310",
                        "Optical Recognition of Handwritten Digits 10 64 5620",
                        "Multiple Features 10 216 2000",
                        "ISOLET 26 617 7797");
    }

    @Test
    void otherClassCountsThanUcisAreRefused() throws IOException {
        writeCar(1000);
        assertThatThrownBy(() -> UciSet.CAR.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("car has [1000, 594, 69, 65] rows of its classes");
    }

    @Test
    void otherValuesThanUcisAreRefused() throws IOException {
        writeCar(1210);
        assertThatThrownBy(() -> UciSet.CAR.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("values of car are not UCI's");
    }

    @ParameterizedTest
    @EnumSource
    void theRealFilesAreReadWhereTheyAre(UciSet set) {
        Observations read = set.read(RealData.folder());
        assertThat(read.content()).isEqualTo(set.content());
        assertThat(read.rows()).isEqualTo(set.rows());
        assertThat(read.distinct()).hasSize(set.distinctRows());
    }

    /**
     * The full product of the six attributes, as UCI's file is, with made labels: {@code unacceptable} of the first
     * class.
     */
    private void writeCar(int unacceptable) throws IOException {
        List<String> lines = List.of("");
        for (List<String> words : UciSet.CAR.layout().categories()) {
            List<String> longer = new ArrayList<>();
            for (String line : lines) {
                words.forEach(word -> longer.add(line + word + ","));
            }
            lines = longer;
        }
        List<String> labelled = new ArrayList<>();
        for (String line : lines) {
            int row = labelled.size();
            labelled.add(line + (row < 65 ? "vgood" : row < 134 ? "good" : row < 134 + unacceptable ? "unacc" : "acc"));
        }
        Files.write(folder.resolve("car.data"), labelled);
    }
}
