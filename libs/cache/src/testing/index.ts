export { RedisServer, redisIsInstalled } from './redis-server.js';
