package dev.trawl.data;

import dev.trawl.data.UciSet.UciFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Gets data sets from the UCI Machine Learning Repository and checks them; what is there already stays. */
public final class UciArchive {

    /** For a whole archive, of some megabytes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How the bytes at an address come here. */
    interface Download {
        byte[] bytes(URI address) throws IOException, InterruptedException;
    }

    private final Download download;
    private final Consumer<String> progress;

    UciArchive(Download download, Consumer<String> progress) {
        this.download = download;
        this.progress = progress;
    }

    /** @param progress told a line a set */
    public static UciArchive overTheNetwork(Consumer<String> progress) {
        return new UciArchive(UciArchive::get, progress);
    }

    /**
     * Puts the files of {@code set} into its own folder of {@code folder}, unless they are there and whole. They appear
     * only when they have been read and their values checked by sha256.
     */
    public void fetch(UciSet set, Path folder) {
        if (isThere(set, folder)) {
            progress.accept(set.key() + ": there already, sha256 as expected");
            return;
        }
        progress.accept(set.key() + ": fetching " + set.archive());
        try {
            Path own = folder.resolve(set.key());
            Files.createDirectories(own);
            Path unpacked = Files.createTempDirectory(folder, "." + set.key() + "-");
            try {
                unpack(download.bytes(set.archive()), set, unpacked);
                set.read(unpacked);
                removeDamaged(set, own);
                for (Path file : files(unpacked)) {
                    Files.move(file, own.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                for (Path file : files(unpacked)) {
                    Files.delete(file);
                }
                Files.delete(unpacked);
            }
        } catch (IOException e) {
            throw failed(set, folder, String.valueOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(set, folder, "interrupted", e);
        } catch (DataException e) {
            throw failed(set, folder, String.valueOf(e.getMessage()), e);
        }
        progress.accept(
                set.key() + ": " + set.rows() + " rows in " + folder.resolve(set.key()) + ", sha256 as expected");
    }

    private static boolean isThere(UciSet set, Path folder) {
        try {
            set.read(folder);
            return true;
        } catch (DataException e) {
            return false; // missing or damaged: fetched anew
        }
    }

    private static void unpack(byte[] zip, UciSet set, Path into) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (isWanted(set, name)) {
                    Files.copy(entries, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** What is there in any form, for it would be read in place of what was fetched. */
    private static void removeDamaged(UciSet set, Path own) throws IOException {
        for (UciFile file : set.files()) {
            for (String ending : TextFile.ENDINGS) {
                Files.deleteIfExists(own.resolve(file.name() + ending));
            }
        }
    }

    private static boolean isWanted(UciSet set, String name) {
        return set.files().stream()
                .anyMatch(file -> TextFile.ENDINGS.stream().anyMatch(ending -> name.equals(file.name() + ending)));
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var listed = Files.newDirectoryStream(folder)) {
            listed.forEach(files::add);
        }
        return files;
    }

    private static FetchException failed(UciSet set, Path folder, String why, Exception cause) {
        return new FetchException(
                set.key() + " could not be fetched: " + why + System.lineSeparator() + "By hand: download "
                        + set.archive() + " (or from " + set.page() + ") and unpack it into "
                        + folder.resolve(set.key())
                        + "; files ending in .gz or .Z may stay as they are.",
                cause);
    }

    private static byte[] get(URI address) throws IOException, InterruptedException {
        return get(address, PATIENCE);
    }

    /**
     * Waits for the whole answer. A request's own timeout ends with the headers (JDK 17): a body that stalls would be
     * waited for without end.
     */
    static byte[] get(URI address, Duration patience) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("the server answered " + response.statusCode() + " for " + address);
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new IOException(
                    "the server had not sent all of " + address + " after " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // closes the connection of one that is not there yet
        }
    }
}
