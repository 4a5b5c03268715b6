package dev.handover.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.SpringBootProcessApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Deploys the models and forms of this version together, under the same resource names whether they come from the jar or
 * from a folder; so a restart deploys nothing new, and nodes that start together make one deployment.
 *
 * <p>The engine finds the archive's name in {@code META-INF/processes.xml}.
 */
@Configuration
class HandoverProcessApplication extends SpringBootProcessApplication {

    private static final String[] FOLDERS = {"bpmn", "forms"};

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    @Override
    public void createDeployment(String processArchive, DeploymentBuilder deployment) {
        for (var folder : FOLDERS) {
            Arrays.stream(filesOf(folder))
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .forEach(file -> add(deployment, folder, file));
        }
    }

    private Resource[] filesOf(String folder) {
        try {
            return resources.getResources("classpath*:%s/*.*".formatted(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the models in " + folder, e);
        }
    }

    private static void add(DeploymentBuilder deployment, String folder, Resource file) {
        try (var content = file.getInputStream()) {
            deployment.addInputStream(folder + "/" + file.getFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
