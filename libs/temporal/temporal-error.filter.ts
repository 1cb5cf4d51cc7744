import { type ArgumentsHost, Catch, HttpStatus, Logger } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import {
  ServiceUnavailableException,
  NotFoundException,
  ConflictException,
  UnprocessableEntityException,
} from '@nestjs/common';

/** Temporal errors → HTTP answers a clerk can understand. Register with app.useGlobalFilters(). */
@Catch(ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowExecutionAlreadyStartedError)
export class TemporalErrorFilter extends BaseExceptionFilter {
  private readonly log = new Logger(TemporalErrorFilter.name);
  constructor(host: HttpAdapterHost) {
    super(host.httpAdapter);
  }
  override catch(err: Error, host: ArgumentsHost): void {
    super.catch(this.translate(err), host);
  }
  private translate(err: Error): unknown {
    if (err instanceof WorkflowNotFoundError) return new NotFoundException('Không tìm thấy công việc');
    if (err instanceof WorkflowExecutionAlreadyStartedError) return new ConflictException('Công việc này đang chạy');
    if (err instanceof WorkflowUpdateFailedError)
      return new UnprocessableEntityException(err.cause?.message ?? err.message);
    this.log.warn(
      `${err.message}: ${isGrpcServiceError(err.cause) ? `${err.cause.code} ${err.cause.details}` : String(err.cause)}`,
    );
    return new ServiceUnavailableException({
      statusCode: HttpStatus.SERVICE_UNAVAILABLE,
      message: 'Hệ thống quy trình đang khởi động lại, xin thử lại sau ít phút',
    });
  }
}
