package dev.handover.plan.web;

import dev.handover.plan.PlanReader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the JSON Schema of plan documents, for editors and pipelines. */
@RestController
class PlanSchemaController {

    private static final Resource SCHEMA = new ClassPathResource(PlanReader.SCHEMA);

    @GetMapping(path = "/api/plan-schema", produces = "application/schema+json")
    Resource schema() {
        return SCHEMA;
    }
}
