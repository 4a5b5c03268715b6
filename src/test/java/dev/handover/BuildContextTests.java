package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the image is built from is all that the product is packaged from. */
class BuildContextTests {

    @Test
    void theImageIsBuiltFromAllThatThePomPackages() throws Exception {
        var letIn = letIn();
        assertThat(packaged())
                .contains("src/main/resources", "docs/models")
                .allMatch(folder -> letIn.stream().anyMatch(Path.of(folder)::startsWith), "is let in by .dockerignore");
        assertThat(letIn).contains("pom.xml").allMatch(each -> Files.exists(Path.of(each)), "exists");
    }

    @Test
    void nothingElseOfTheFolderIsSentToTheDaemon() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).first().isEqualTo("*");
        assertThat(letIn()).allMatch(each -> !each.contains("*"), "is spelt out");
    }

    /** Paths that {@code .dockerignore} takes out of the rule to leave out everything. */
    private static List<String> letIn() throws IOException {
        try (var lines = Files.lines(Path.of(".dockerignore"))) {
            return lines.filter(line -> line.startsWith("!"))
                    .map(line -> line.substring(1))
                    .toList();
        }
    }

    private static Stream<String> packaged() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        var resources = pom.getElementsByTagName("resource");
        return IntStream.range(0, resources.getLength())
                .mapToObj(at -> (Element) resources.item(at))
                .map(each -> each.getElementsByTagName("directory").item(0).getTextContent());
    }
}
