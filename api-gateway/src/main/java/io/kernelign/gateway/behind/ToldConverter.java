package io.kernelign.gateway.behind;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Takes from services, and gives to callers, what is {@link Told}. */
@Component
final class ToldConverter extends AbstractHttpMessageConverter<Told<?>> {

    ToldConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Told.class;
    }

    @Override
    protected Told<?> readInternal(Class<? extends Told<?>> type, HttpInputMessage answer) throws IOException {
        return new Told<>(answer.getBody().readAllBytes());
    }

    @Override
    protected void writeInternal(Told<?> told, HttpOutputMessage answer) throws IOException {
        answer.getBody().write(told.json());
    }

    @Override
    protected Long getContentLength(Told<?> told, MediaType type) {
        return (long) told.json().length;
    }
}
