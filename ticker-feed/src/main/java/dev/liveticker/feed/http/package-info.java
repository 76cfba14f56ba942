/** What travels over plain HTTP: Server-Sent Events, polling, and the server's REST part, all by one OkHttp client. */
@NullMarked
package dev.liveticker.feed.http;

import org.jspecify.annotations.NullMarked;
