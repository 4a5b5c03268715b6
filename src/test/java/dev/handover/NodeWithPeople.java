package dev.handover;

import dev.handover.development.SamplePeople;
import org.springframework.boot.SpringApplication;

/** What {@link Node#startWithPeople} runs: the product as it is packaged, and the people of the samples. */
final class NodeWithPeople {

    private NodeWithPeople() {}

    public static void main(String[] args) {
        SpringApplication.from(HandoverApplication::main)
                .with(SamplePeople.class)
                .run(args);
    }
}
