package org.envdisclosure.platform.attachment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The files a dataset's rows name, present and past ones; a bean for each dataset that has files. */
public interface AttachmentNames {

    /** Those of {@code sha256} that some row still needs. A file that no such bean knows is removed. */
    Set<String> named(Connection connection, List<String> sha256) throws SQLException;
}
