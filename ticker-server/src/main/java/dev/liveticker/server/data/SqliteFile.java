package dev.liveticker.server.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An SQLite file, written ahead ({@code WAL}), whose tables have numbered versions.
 *
 * @param holds what is lost with it, for people, such as "the alerts in it"
 * @param lasting whether a commit must outlast a power failure ({@code synchronous = FULL}); otherwise it outlasts the
 *     process however that ends, and a power failure takes the newest commits, whole ones ({@code NORMAL})
 * @param steps the statements that lead from each version to the next, from an empty file on; {@code PRAGMA
 *     user_version} counts them. One that was ever released never changes. A file that needs some of them takes all or
 *     none, and before that a copy of it is kept beside it.
 */
public record SqliteFile(Path path, String holds, boolean lasting, List<List<String>> steps) {

    private static final Logger log = LoggerFactory.getLogger(SqliteFile.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * A larger one is not read from end to end at each start, unless the last run did not end in order: one of 17 MB,
     * an evening's bars, makes a desktop start later by a tenth of a second.
     */
    private static final long ALWAYS_CHECKED_BYTES = 2L << 20;

    /** What a log written ahead is cut to once its contents are in the file. */
    private static final int LOG_BYTES = 16 << 20;

    /** Who goes on with the file. */
    @FunctionalInterface
    public interface Owner<T> {

        /**
         * Takes the connection, which does not commit by itself, and reads what it needs of the file.
         *
         * @throws IllegalArgumentException if a value cannot be: the file is not as it was written
         */
        T take(Connection connection) throws SQLException, IOException;
    }

    /**
     * Opens it and brings its tables up to date. A file that cannot be read any more is set aside under another name,
     * with an error in the log, and a new one begun.
     *
     * @param clock names the one set aside
     * @throws NewerFileException if the file is of a newer version; it is left as it is
     * @throws IOException if the file cannot be had
     */
    public <T> T open(InstantSource clock, Owner<T> owner) throws IOException {
        try {
            return open(owner);
        } catch (DamagedFileException e) {
            Path aside = setAside(clock.instant());
            log.error(
                    "{} is damaged: {} cannot be read. It was set aside as {}, and a new one is begun",
                    path,
                    holds,
                    aside,
                    e);
            return open(owner);
        }
    }

    private <T> T open(Owner<T> owner) throws IOException {
        // A run that ended in order leaves no log behind.
        boolean suspect = Files.exists(beside("-wal")) || !Files.exists(path);
        Connection connection = null;
        try {
            // Before SQLite touches it: what a newer program left there may look like damage.
            refuseNewer(FileHead.version(path));
            boolean checked = suspect || Files.size(path) <= ALWAYS_CHECKED_BYTES;
            connection = connect();
            int version = version(connection);
            refuseNewer(version);
            if (version < 0) {
                throw new DamagedFileException("there is no version " + version, null);
            }
            if (checked) {
                check(connection);
            }
            Path copy = version > 0 && version < steps.size() ? FileCopy.keep(connection, path, version) : null;
            connection.setAutoCommit(false);
            update(connection, version);
            if (copy != null) {
                log.info(
                        "{} was of version {} and now is of {}; as it was it is kept as {}",
                        path,
                        version,
                        steps.size(),
                        copy);
            }
            return owner.take(connection);
        } catch (SQLException e) {
            close(connection);
            throw isDamage(e)
                    ? new DamagedFileException("not a database any more", e)
                    : new IOException("cannot open " + path + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            close(connection);
            throw new DamagedFileException("a value cannot be", e);
        } catch (DamagedFileException | NewerFileException e) {
            close(connection);
            throw e;
        } catch (IOException e) {
            close(connection);
            throw new IOException("cannot open " + path + ": " + e.getMessage(), e);
        }
    }

    /** One more connection to the file, which only reads, beside the owner's. */
    public Connection reader() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            // Opened for writing all the same: readers of a log written ahead keep an index of it up to date.
            statement.execute("PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setJournalSizeLimit(LOG_BYTES);
        config.setSynchronous(lasting ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    private static void check(Connection connection) throws SQLException, DamagedFileException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String verdict = result.next() ? result.getString(1) : "nothing";
            if (!"ok".equals(verdict)) {
                throw new DamagedFileException("SQLite finds: " + verdict, null);
            }
        }
    }

    private void refuseNewer(int version) throws NewerFileException {
        if (version > steps.size()) {
            throw new NewerFileException(path, version, steps.size());
        }
    }

    private void update(Connection connection, int version) throws SQLException {
        if (version == steps.size()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (List<String> step : steps.subList(version, steps.size())) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA user_version = " + steps.size());
        }
        connection.commit();
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static boolean isDamage(SQLException e) {
        // A table or column that is not there (a plain error) means that the file is not what its version says.
        return isCorruption(e) || primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** Whether the file is no whole database any more. */
    static boolean isCorruption(SQLException e) {
        int code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** What went wrong, as SQLite numbers it; 0 if it was not SQLite. */
    private static int primaryCode(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xFF : 0;
    }

    /** The log that SQLite writes ahead belongs to the file. */
    private Path setAside(Instant now) throws IOException {
        String name = path.getFileName() + ".damaged-" + STAMP.format(now);
        for (String suffix : new String[] {"-wal", "-shm", ""}) {
            if (Files.exists(beside(suffix))) {
                Files.move(beside(suffix), path.resolveSibling(name + suffix), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return path.resolveSibling(name);
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Closes a connection, if there is one; what goes wrong is logged. */
    public static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.warn("A database could not be closed", e);
            }
        }
    }
}
