/** Who a client is and what it may see: the principal of every connection, and the tokens that prove it. */
@NullMarked
package dev.liveticker.server.access;

import org.jspecify.annotations.NullMarked;
