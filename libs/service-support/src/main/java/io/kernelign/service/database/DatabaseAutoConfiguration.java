package io.kernelign.service.database;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Waits for PostgreSQL before anything uses the data source. */
@AutoConfiguration
class DatabaseAutoConfiguration {

    @Bean
    static DatabaseWait databaseWait(@Value("${kernelign.database.retry:1s}") Duration between) {
        return new DatabaseWait(between);
    }
}
