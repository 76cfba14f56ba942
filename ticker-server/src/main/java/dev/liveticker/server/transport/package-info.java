/**
 * What the transports share: routes, query strings, answers and problems of HTTP, and the way from the hub's thread to
 * an I/O thread.
 *
 * <p>Where what is, in the order in which a request passes through:
 *
 * <ul>
 *   <li><b>The way in.</b> The server's listener takes connections. {@link ProxiedRequests} believes a proxy that is
 *       trusted when it says whose request it is ({@link ForwardedClient}, {@link ForwardedElement}), and
 *       {@link SecurityHeaders} go with each answer. {@link RequestGate} lets as many through as an address may make.
 *       {@link Routes} finds the endpoint, after {@link Gate} has looked whether a page may ask, and who asks. The
 *       endpoint is a class of the package that is named for its transport.
 *   <li><b>Who asks.</b> {@link Credentials} are where tokens stand in a request, {@link Logins} says what one is worth
 *       and counts it in {@link LoginFigures}, {@link Introductions} does so for what is said later on a connection.
 *   <li><b>What is asked.</b> A {@link Query}, of a stream a {@link StreamQuery}, or a {@link RequestBody}.
 *   <li><b>What is answered.</b> {@link Answers} are whole; what is wrong is a {@link Problem}, which an endpoint
 *       throws as a {@link RefusedException}. Whoever is turned away is a {@link Refusal}, counted and logged by
 *       {@link Refusals}.
 *   <li><b>How much a client may say.</b> A {@link MessageCost} is worked out first. {@link Earshot} asks the
 *       connection's {@code Allowance}, which asks {@code Limits} about user and address, and gets a {@code Ruling};
 *       who goes on after that is not heard any more. What is said beside a stream has the session's allowance instead:
 *       {@code poll.Ear} asks it, and the {@code poll.Reception} is what the client is told.
 *   <li><b>What is sent.</b> {@link Handoff} leads from the hub's thread to an I/O thread, where {@link NextFrame} is
 *       taken up and written as it stands in the {@link WireImages}.
 *   <li><b>Whether a client lives.</b> {@link Pulse} where it can be asked; {@link ClientWatch} where its request is
 *       held.
 * </ul>
 */
@NullMarked
package dev.liveticker.server.transport;

import org.jspecify.annotations.NullMarked;
