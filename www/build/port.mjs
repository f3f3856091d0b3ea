// Is this port free on the loopback address? Exit code 0 if it is.
import { createServer } from "node:net";

const server = createServer();
server.once("error", () => process.exit(1));
server.listen(Number(process.argv[2]), "127.0.0.1", () => server.close());
