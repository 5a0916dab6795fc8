package dev.trawl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No test asks the network: archives are made here, and the one server is this machine. */
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

    @Test
    @Timeout(60)
    void anAnswerThatStallsIsGivenUpAndItsConnectionClosed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerByHalf(server));
            URI address =
                    URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());

            assertThatThrownBy(() -> UciArchive.get(address, Duration.ofSeconds(2)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server had not sent all of " + address + " after 2 s");
            served.get();
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsToldApart() throws IOException {
        URI nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
        }
        assertThatThrownBy(() -> UciArchive.get(nobody, Duration.ofMinutes(1))).isInstanceOf(ConnectException.class);
    }

    /** Until the client goes. */
    private static void answerByHalf(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // gone as well
        }
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
