package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.store.StoredText;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which sweep: a file, and what {@code --profile} and {@code --set} change of it. */
final class SweepArguments {

    @Parameters(
            index = "0",
            paramLabel = "CONF",
            description = "The sweep file (JSON), on this machine or any file system of Hadoop's: hdfs://...")
    private String file = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Set KEY (lr, epochs.dense, seed, ...) in the defaults and in every grid; VALUE is written as in"
                            + " the file: 0.01, 1..5, [16,64]. data=... keeps those of the file's data sets "
                            + "that it names."
                            + " May be given several times.")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Scale the sweep as its file's profile NAME says (small, ...); --set counts over it.")
    private String profile = "";

    @Mixin
    private DataOption data = new DataOption();

    Sweep read() throws SweepFileException {
        data.use();
        return SweepFile.read(file, text(), profile, sets);
    }

    private String text() {
        if (file.isBlank()) {
            throw Fault.usage("CONF is empty: expected the path of a sweep file");
        }
        if (file.contains("://")) {
            return StoredText.read(file, Sessions.hadoop())
                    .orElseThrow(() -> Fault.usage(file + ": there is no such file"));
        }
        Path path = Path.of(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw Fault.usage(file + ": there is no such file");
        } catch (CharacterCodingException e) {
            throw Fault.usage(file + ": this is no UTF-8 text");
        } catch (AccessDeniedException e) {
            throw Fault.usage(file + ": permission denied");
        } catch (IOException e) {
            throw Fault.usage(
                    file + ": cannot be read: " + (Files.isDirectory(path) ? "it is a directory" : e.getMessage()));
        }
    }
}
