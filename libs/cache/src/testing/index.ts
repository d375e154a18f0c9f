export { redisIsInstalled, RedisServer } from './redis-server.js';
