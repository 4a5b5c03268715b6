package dev.handover.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Keeps phrases as JSON; none is null. What a newer version adds to them is passed over. */
public class PhrasesConverter implements AttributeConverter<List<Phrase>, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<List<Phrase>> PHRASES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Phrase> phrases) {
        try {
            return phrases == null || phrases.isEmpty()
                    ? null
                    : JSON.writerFor(PHRASES).writeValueAsString(phrases);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("phrases are made of texts, numbers and times only", e);
        }
    }

    @Override
    public List<Phrase> convertToEntityAttribute(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, PHRASES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read phrases", e);
        }
    }
}
