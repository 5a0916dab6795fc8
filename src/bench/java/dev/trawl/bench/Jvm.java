package dev.trawl.bench;

import dev.trawl.kernel.VectorKernel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own that trains when it is asked to, with the flags of this one. It is asked by a shape's index a line.
 */
final class Jvm implements AutoCloseable {

    private static final String TRIAL = "trial";

    private final Path home;
    private final Process process;
    private final Path errors;
    private final PrintStream questions;
    private final BufferedReader answers;

    private Jvm(Path home, Process process, Path errors) {
        this.home = home;
        this.process = process;
        this.errors = errors;
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param home the JDK's home */
    static Jvm of(Path home) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Jvm.class.getName()));
        try {
            Path errors = Files.createTempFile("trawl-bench", ".err");
            errors.toFile().deleteOnExit();
            Process process = new ProcessBuilder(command)
                    .redirectError(errors.toFile()) // ten JVMs would each warn of the incubator module
                    .start();
            return new Jvm(home, process, errors);
        } catch (IOException e) {
            throw new UncheckedIOException("no JDK at " + home + ", where bin/java was expected", e);
        }
    }

    String version() {
        return ask("version");
    }

    /**
     * Nanoseconds an epoch of {@code Shape.GOALS.get(shape)}, over a turn; it warms up where the last turn was
     * another's.
     */
    double turn(int shape) {
        return Double.parseDouble(ask(Integer.toString(shape)));
    }

    /** Nanoseconds a trial of the 4-D cell. */
    double trial() {
        return Double.parseDouble(ask(TRIAL));
    }

    private String ask(String question) {
        questions.println(question);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the JVM of " + home + " ended when it was asked for " + question
                        + ":\n" + Files.readString(errors));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The other end: answers each line until there are no more. */
    public static void main(String[] args) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String last = "";
        Runner runner = new Runner(() -> {}, 1);
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            switch (question) {
                case "version" -> System.out.println(Runtime.version());
                case TRIAL -> System.out.println(TrialRow.time());
                default -> {
                    if (!question.equals(last)) {
                        Shape shape = Shape.GOALS.get(Integer.parseInt(question));
                        runner = Runner.warm(Contestant.of(new VectorKernel(), shape));
                        last = question;
                    }
                    System.out.println(runner.turn());
                }
            }
        }
    }
}
