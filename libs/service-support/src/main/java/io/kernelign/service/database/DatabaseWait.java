package io.kernelign.service.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Holds the start of a service until PostgreSQL accepts connections, so that whatever needs the data source finds it
 * working. Only what time can heal is waited for; a wrong password is not.
 */
final class DatabaseWait implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

    private final Duration between;

    DatabaseWait(Duration between) {
        this.between = between;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            await(pool);
        }
        return bean;
    }

    private void await(HikariDataSource pool) {
        var since = System.nanoTime();
        var said = false;
        while (true) {
            try {
                DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                        .close();
                if (said) {
                    LOG.info(
                            "PostgreSQL is there after {} s",
                            Duration.ofNanos(System.nanoTime() - since).toSeconds());
                }
                return;
            } catch (SQLException e) {
                if (!passing(e)) {
                    throw new DatabaseRefusedException(pool.getJdbcUrl(), e);
                }
                if (!said) {
                    LOG.warn("PostgreSQL at {} is away ({}); waiting for it", pool.getJdbcUrl(), e.getMessage());
                    said = true;
                }
            }
            pause();
        }
    }

    /** SQLSTATE class 08 (no connection) and 57P0x (shutting down, crashed, starting up). */
    private static boolean passing(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private void pause() {
        try {
            Thread.sleep(between.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
