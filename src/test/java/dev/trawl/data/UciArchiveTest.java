package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No test asks the network: archives are made here. */
class UciArchiveTest {

    @TempDir
    private Path folder;

    private final List<String> progress = new ArrayList<>();

    @Test
    void aClosedNetworkSaysHowToDoItByHand() throws IOException {
        UciArchive closed = new UciArchive(
                address -> {
                    throw new ConnectException("no route");
                },
                progress::add);
        assertThatThrownBy(() -> closed.fetch(UciSet.CAR, folder))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("car could not be fetched: java.net.ConnectException: no route")
                .hasMessageContaining(
                        "By hand: download https://archive.ics.uci.edu/static/public/19/car+evaluation.zip")
                .hasMessageContaining("unpack it into " + folder.resolve("car"));
        assertNothingIsLeft();
    }

    @Test
    void aDamagedArchiveLeavesNothing() throws IOException {
        byte[] zip = zip("car.data", "low,vhigh,2,4,big,acc\n");
        assertThatThrownBy(() -> new UciArchive(address -> zip, progress::add).fetch(UciSet.CAR, folder))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("line 1: 6 fields, 7 expected");
        assertNothingIsLeft();
    }

    @Test
    void anArchiveWithoutTheFileLeavesNothing() throws IOException {
        byte[] zip = zip("car.names", "none");
        assertThatThrownBy(() -> new UciArchive(address -> zip, progress::add).fetch(UciSet.CAR, folder))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("car.data is missing");
        assertNothingIsLeft();
    }

    @Test
    void whatIsFetchedReplacesADamagedFileAndIsNotFetchedAgain() throws IOException {
        byte[] zip =
                zip("some/folder/car.data", Files.readString(RealData.folder().resolve("car/car.data")));
        Files.createDirectories(folder.resolve("car"));
        Files.writeString(folder.resolve("car/car.data"), "damaged");
        new UciArchive(address -> zip, progress::add).fetch(UciSet.CAR, folder);
        assertThat(UciSet.CAR.read(folder).rows()).isEqualTo(1728);
        new UciArchive(
                        address -> {
                            throw new ConnectException("not asked");
                        },
                        progress::add)
                .fetch(UciSet.CAR, folder);
        assertThat(progress).hasSize(3).last().asString().contains("there already");
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
